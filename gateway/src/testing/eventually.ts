import { setTimeout as wait } from 'node:timers/promises';

/** Repeats a check until it passes; after 30 s it fails with the check's own error. */
export async function eventually(check: () => void | Promise<void>): Promise<void> {
  const limit = Date.now() + 30_000;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > limit) throw error;
      await wait(10);
    }
  }
}
