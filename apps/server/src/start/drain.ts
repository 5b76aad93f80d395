// Stopping: the first signal lets everything finish, the second one does not wait.
import { say } from './start.ts';

/** Runs `stop` at SIGINT or SIGTERM and ends the process when it is done. */
export function whenAskedToStop(stop: () => Promise<void>) {
  let asked = false;
  const onSignal = () => {
    if (asked) process.exit(1);
    asked = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        say(`No se pudo cerrar todo: ${String(error)}`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
}

/** Waits for `work`, but not longer than `ms`. */
export async function atMost(ms: number, work: Promise<unknown>) {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([work, new Promise((late) => (timer = setTimeout(late, ms)))]).finally(() => clearTimeout(timer));
}
