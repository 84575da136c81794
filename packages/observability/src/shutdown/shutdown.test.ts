import { createHealth } from '../health/health';
import { createLogger } from '../logging/logger';
import { onShutdown, type Closer } from './shutdown';

const logger = createLogger({ service: 'test', level: 'silent' });
const EVENTS = ['SIGTERM', 'SIGINT', 'uncaughtException', 'unhandledRejection'] as const;
const before = new Map(EVENTS.map((event) => [event, process.listeners(event as 'SIGTERM')]));

function arrange(closers: (closed: string[]) => Closer[], timeoutMs = 5_000) {
  const closed: string[] = [];
  const codes: number[] = [];
  const health = createHealth({ checks: {} });
  const shutdown = onShutdown(closers(closed), { logger, health, timeoutMs, exit: (code) => void codes.push(code) });
  return { closed, codes, health, shutdown };
}

afterEach(() => {
  for (const event of EVENTS) {
    for (const listener of process.listeners(event as 'SIGTERM')) {
      if (!before.get(event)?.includes(listener)) process.removeListener(event, listener);
    }
  }
});

const part = (name: string, closed: string[], fail = false): Closer => ({
  name,
  close: async () => {
    await Promise.resolve();
    if (fail) throw new Error('stuck');
    closed.push(name);
  },
});

describe('shutdown', () => {
  it('stops being ready, closes in the given order, once, and ends with 0', async () => {
    const { closed, codes, health, shutdown } = arrange((log) => [part('server', log), part('database', log)]);
    await Promise.all([shutdown.begin('test'), shutdown.begin('again')]);
    expect(closed).toEqual(['server', 'database']);
    expect(codes).toEqual([0]);
    expect((await health.readiness()).draining).toBe(true);
  });

  it('closes the rest when one part fails, and ends with 1', async () => {
    const { closed, codes, shutdown } = arrange((log) => [part('server', log, true), part('database', log)]);
    await shutdown.begin('test');
    expect(closed).toEqual(['database']);
    expect(codes).toEqual([1]);
  });

  it('ends with 1 when a part never closes', async () => {
    const { codes, shutdown } = arrange(() => [{ name: 'stuck', close: () => new Promise<void>(() => {}) }], 5);
    await shutdown.begin('test');
    expect(codes).toEqual([1]);
  });

  it('begins on SIGTERM, and ends at once on a second signal', async () => {
    let release = () => {};
    const slow = new Promise<void>((resolve) => (release = resolve));
    const { codes, shutdown } = arrange(() => [{ name: 'slow', close: () => slow }]);
    process.emit('SIGTERM');
    process.emit('SIGTERM');
    expect(codes).toEqual([1]);
    release();
    await shutdown.begin('test');
  });
});
