import { QueryClient } from '@tanstack/react-query';
import { readProblem } from './problem.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    // Without a connection a press says so at once; nothing is sent later behind the person's back.
    mutations: { networkMode: 'always' },
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 2 && readProblem(error).status >= 500,
    },
  },
});
