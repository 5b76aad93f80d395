import { QueryClient } from '@tanstack/react-query';
import { readProblem } from './problem.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 2 && readProblem(error).status >= 500,
    },
  },
});
