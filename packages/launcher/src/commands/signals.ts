import type { Progress } from '../console/progress';

/** Aborts at the first request to stop this process; a second request ends it at once. */
export function stopRequests(progress: Progress): { signal: AbortSignal; requested: Promise<void> } {
  const controller = new AbortController();
  const requested = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (controller.signal.aborted) {
          progress.say('asked again: leaving at once; `npm stop` ends what remains');
          process.exit(130);
        }
        progress.say(`${signal}: stopping gateway, services, broker, database`);
        controller.abort();
        resolve();
      });
    }
  });
  return { signal: controller.signal, requested };
}
