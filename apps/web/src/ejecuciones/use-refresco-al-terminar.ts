import { useEffect, useRef } from 'react';
import { queryClient } from '../core/query-client.ts';

/** What other pages show of bills and balances is old once a run ends. */
export function useRefrescoAlTerminar(corre: boolean) {
  const corria = useRef(corre);
  useEffect(() => {
    if (corria.current && !corre) void queryClient.invalidateQueries();
    corria.current = corre;
  }, [corre]);
}
