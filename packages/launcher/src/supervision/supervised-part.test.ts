import type { ProcessExit } from '../infrastructure/private-process';
import type { Part } from './part';
import { supervise } from './supervised-part';

const limits = { firstMs: 1, longestMs: 4, healthyAfterMs: 60_000 };

/** A part whose processes end when the test says so; `failures` of its launches fail, beginning with the second. */
function aPart(failures = 0) {
  const ends: ((exit: ProcessExit) => void)[] = [];
  let launches = 0;
  const part: Part = {
    name: 'finance',
    launch: () => {
      launches += 1;
      if (launches > 1 && launches <= 1 + failures) return Promise.reject(new Error('port taken\nand more'));
      let end: (exit: ProcessExit) => void = () => undefined;
      const exited = new Promise<ProcessExit>((resolve) => (end = resolve));
      ends.push(end);
      return Promise.resolve({
        pid: 1_000 + launches,
        exited,
        stop: () => {
          end({ code: 0, signal: null });
          return exited;
        },
      });
    },
  };
  return { part, kill: () => ends.at(-1)?.({ code: null, signal: 'SIGKILL' }), launches: () => launches };
}

/** Resolves as soon as a line ends with the text. */
function lines() {
  const said: string[] = [];
  const waiting: { text: string; resolve: () => void }[] = [];
  return {
    said,
    say: (line: string) => {
      said.push(line);
      for (const { text, resolve } of waiting) if (line.endsWith(text)) resolve();
    },
    until: (text: string) => new Promise<void>((resolve) => void waiting.push({ text, resolve })),
  };
}

describe('supervised part', () => {
  it('is started again when its process dies, and says so', async () => {
    const { part, kill } = aPart();
    const { said, say, until } = lines();
    const pids: (number | undefined)[] = [];
    const supervised = supervise(part, { say, limits, changed: () => pids.push(supervised.pid) });
    await supervised.start();
    const back = until('is back');
    kill();
    await back;
    expect(said).toEqual(['finance was ended by SIGKILL; starting it again in 0.001 s', 'finance is back']);
    expect(pids).toEqual([1_001, undefined, 1_002]);
  });

  it('keeps trying, with growing waits, while it does not come up', async () => {
    const { part, kill } = aPart(3);
    const { said, say, until } = lines();
    const supervised = supervise(part, { say, limits });
    await supervised.start();
    const back = until('is back');
    kill();
    await back;
    expect(said.map((line) => /in (\S+) s/.exec(line)?.[1])).toEqual(['0.001', '0.002', '0.004', '0.004', undefined]);
    expect(said[1]).toContain('did not come up (port taken)');
  });

  it('stays down once it was stopped', async () => {
    const { part, launches } = aPart();
    const { said, say } = lines();
    const supervised = supervise(part, { say, limits });
    await supervised.start();
    await supervised.stop();
    expect(supervised.pid).toBeUndefined();
    expect(launches()).toBe(1);
    expect(said).toEqual([]);
  });

  it('can be stopped while it waits to be started again', async () => {
    const { part, kill, launches } = aPart();
    const { say, until } = lines();
    const supervised = supervise(part, { say, limits: { ...limits, firstMs: 3_600_000, longestMs: 3_600_000 } });
    await supervised.start();
    const waiting = until('in 3600 s');
    kill();
    await waiting;
    await supervised.stop();
    expect(launches()).toBe(1);
  });

  it('throws when the first start fails, instead of trying for ever', async () => {
    const part: Part = { name: 'intake', launch: () => Promise.reject(new Error('bad configuration')) };
    await expect(supervise(part, { say: () => undefined }).start()).rejects.toThrow('bad configuration');
  });
});
