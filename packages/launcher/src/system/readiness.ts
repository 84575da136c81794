/** Asks a part's `/ready` until it says yes; gives up at the limit or as soon as the part has ended or `signal` is aborted. */
export async function waitUntilReady(target: {
  name: string;
  url: string;
  timeoutMs: number;
  stillAlive: () => boolean;
  signal: AbortSignal;
}): Promise<void> {
  const deadline = Date.now() + target.timeoutMs;
  let last = 'no answer yet';
  for (;;) {
    try {
      const response = await fetch(target.url, { signal: AbortSignal.timeout(5_000) });
      const body = await response.text();
      if (response.ok) return;
      last = `${response.status} ${body.slice(0, 200)}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    target.signal.throwIfAborted();
    if (!target.stillAlive()) throw new Error(`${target.name} ended before it was ready`);
    if (Date.now() > deadline) {
      throw new Error(`${target.name} was not ready within ${target.timeoutMs / 1000} s (${last})`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
