// The entry of the published package.
export { TRPCClientError } from '@trpc/client';
