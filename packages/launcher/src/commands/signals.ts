import type { Progress } from '../console/progress';

/** One Ctrl-C comes twice: from the terminal to the whole group, and once more through npm. */
const SAME_REQUEST_MS = 1_500;

/** Aborts at the first request to stop this process; a second request ends it at once. */
export function stopRequests(progress: Progress): { signal: AbortSignal; requested: Promise<void> } {
  const controller = new AbortController();
  let firstAt = 0;
  const requested = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (controller.signal.aborted) {
          if (Date.now() - firstAt < SAME_REQUEST_MS) return;
          progress.say('asked again: leaving at once; `npm stop` ends what remains');
          process.exit(130);
        }
        progress.say(`${signal}: stopping gateway, services, broker, database`);
        firstAt = Date.now();
        controller.abort();
        resolve();
      });
    }
  });
  return { signal: controller.signal, requested };
}
