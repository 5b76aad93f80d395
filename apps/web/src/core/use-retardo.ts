import { useEffect, useState } from 'react';

/** The value once it has stood still for a while: a search does not ask for every letter. */
export function useRetardo<T>(value: T, ms: number) {
  const [still, setStill] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setStill(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return still;
}
