import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessExit } from '../infrastructure/private-process';
import { createBackOff, PATIENT, type BackOffLimits } from './back-off';
import type { Part, RunningPart } from './part';

/** A part that is started again, after a growing wait, whenever it ends by itself. */
export interface SupervisedPart {
  readonly name: string;
  /** Undefined while it is down. */
  readonly pid: number | undefined;
  /** Resolves once it is ready for the first time; a failure of the first start is not retried but thrown. */
  start(): Promise<void>;
  /** Resolves when its process is gone; it stays down. */
  stop(): Promise<void>;
}

function describe(exit: ProcessExit): string {
  return exit.signal === null ? `ended with code ${exit.code ?? 'unknown'}` : `was ended by ${exit.signal}`;
}

/** Supervises one part. `say` is told of every death and every return; `changed` of every new process id. */
export function supervise(
  part: Part,
  options: { say: (line: string) => void; changed?: () => void; limits?: BackOffLimits },
): SupervisedPart {
  const { say, changed = () => undefined, limits = PATIENT } = options;
  const backOff = createBackOff(limits);
  let running: RunningPart | undefined;
  let stopping = new AbortController();
  let launching: Promise<void> | undefined;
  async function launch(): Promise<void> {
    const launched = await part.launch(stopping.signal);
    running = launched;
    changed();
    const since = Date.now();
    void launched.exited.then((exit) => {
      if (running !== launched) return;
      running = undefined;
      changed();
      if (!stopping.signal.aborted) launching = bringBack(describe(exit), Date.now() - since);
    });
  }

  async function bringBack(reason: string, livedMs: number): Promise<void> {
    let what = reason;
    let lived = livedMs;
    while (!stopping.signal.aborted) {
      const waitMs = backOff.next(lived);
      say(`${part.name} ${what}; starting it again in ${waitMs / 1000} s`);
      try {
        await sleep(waitMs, undefined, { signal: stopping.signal });
        await launch();
        say(`${part.name} is back`);
        return;
      } catch (error) {
        what = `did not come up (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)})`;
        lived = 0;
      }
    }
  }

  return {
    name: part.name,
    get pid() {
      return running?.pid;
    },
    async start() {
      stopping = new AbortController();
      launching = launch();
      await launching;
    },
    async stop() {
      stopping.abort();
      await launching?.catch(() => undefined);
      await running?.stop();
      running = undefined;
    },
  };
}
