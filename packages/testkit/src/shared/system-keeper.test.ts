import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LaunchedSystem } from '../system/launch-system';
import { startKeeper } from './keeper-server';
import { SystemKeeper } from './system-keeper';

const LONGER_THAN_IDLE_MS = 31_000;

interface Launched extends LaunchedSystem {
  readonly incidents: string[];
  readonly stop: jest.Mock<Promise<void>, []>;
}

describe('the keeper of shared systems', () => {
  let directory: string;
  let launched: Launched[];
  let keeper: SystemKeeper;
  let refusing: boolean;

  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-03-10T02:00:00.000Z') });
    directory = mkdtempSync(join(tmpdir(), 'kept-'));
    mkdirSync(join(directory, 'logs'));
    launched = [];
    refusing = false;
    keeper = new SystemKeeper(({ moment } = {}) => {
      if (refusing) return Promise.reject(new Error('no room'));
      launched.push(aSystem(moment));
      return Promise.resolve(launched.at(-1) as Launched);
    });
  });
  afterEach(async () => {
    jest.useRealTimers();
    await keeper.stop();
    rmSync(directory, { recursive: true });
  });

  function aSystem(moment: string | undefined): Launched {
    const offsetOf = (to: string | Date): number => new Date(to).getTime() - Date.now();
    let offsetMs = moment === undefined ? 0 : offsetOf(moment);
    const clock = {
      environment: {},
      get offsetMs() {
        return offsetMs;
      },
      moveTo: (to: string | Date) => Promise.resolve(void (offsetMs = offsetOf(to))),
    };
    return {
      address: { url: `http://system-${launched.length}`, directory, databaseUrl: 'mysql://nowhere' },
      broker: {} as LaunchedSystem['broker'],
      clock: moment === undefined ? undefined : clock,
      incidents: [],
      pids: () => ({}),
      stop: jest.fn(() => Promise.resolve()),
    };
  }
  const stopped = (): number[] => launched.flatMap(({ stop }, index) => (stop.mock.calls.length > 0 ? [index] : []));

  it('starts one in real time for all who ask, even at once', async () => {
    const loans = await Promise.all([keeper.lend({ file: 'a' }), keeper.lend({ file: 'b' })]);
    loans.push(await keeper.lend({ file: 'c' }));
    expect(new Set(loans.map(({ address }) => address.url)).size).toBe(1);
    expect(launched).toHaveLength(1);
    expect(readFileSync(join(directory, 'logs', 'users.log'), 'utf8').match(/taken by [abc]/g)).toHaveLength(3);
  });

  it('gives one with a clock to a file alone, and then to the next whose moment is not earlier', async () => {
    const first = await keeper.lend({ file: 'a', moment: '2026-03-10T02:00:00.000Z' });
    await keeper.lend({ file: 'b', moment: '2026-03-10T02:00:00.000Z' });
    expect(launched).toHaveLength(2);
    await keeper.move(first.id, '2026-04-01T00:00:00.000Z');
    keeper.takeBack(first.id);
    const earlier = await keeper.lend({ file: 'c', moment: '2026-03-20T00:00:00.000Z' });
    expect(earlier.address.url).toBe('http://system-2');
    const later = await keeper.lend({ file: 'd', moment: '2026-05-01T00:00:00.000Z' });
    expect(later.address).toEqual(first.address);
    expect(Date.now() + later.offsetMs).toBe(Date.parse('2026-05-01T00:00:00.000Z'));
  });

  it('gives one that was put back only to who does not mind', async () => {
    const wish = { moment: '2026-03-10T02:00:00.000Z', backwards: true };
    const { id } = await keeper.lend({ file: 'a', ...wish });
    await keeper.move(id, '2026-03-01T00:00:00.000Z');
    keeper.takeBack(id);
    expect((await keeper.lend({ file: 'b', moment: wish.moment })).address.url).toBe('http://system-1');
    expect((await keeper.lend({ file: 'c', ...wish })).address.url).toBe('http://system-0');
  });

  it('tells who has and had a system of which a process died, and lends it no more', async () => {
    const [a, b, c] = [
      await keeper.lend({ file: 'a' }),
      await keeper.lend({ file: 'b' }),
      await keeper.lend({ file: 'c' }),
    ];
    keeper.takeBack(a.id);
    launched[0]?.incidents.push('finance died');
    const { incidents } = keeper.takeBack(b.id);
    expect(incidents).toEqual(['finance died (in use by b, c; before by a)']);
    expect((await keeper.lend({ file: 'd' })).address.url).toBe('http://system-1');
    expect(keeper.takeBack(c.id).incidents).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(LONGER_THAN_IDLE_MS);
    expect(stopped()).toEqual([0]);
  });

  it('ends a system of a file alone in which something died', async () => {
    const { id } = await keeper.lend({ file: 'a', moment: '2026-03-10T02:00:00.000Z' });
    launched[0]?.incidents.push('intake died');
    keeper.takeBack(id);
    expect(stopped()).toEqual([0]);
  });

  it('keeps two that wait with the earliest clocks, and ends whatever nobody uses for half a minute', async () => {
    const moments = ['2026-05-01', '2026-03-01', '2026-04-01'];
    const loans = await Promise.all(moments.map((moment) => keeper.lend({ file: moment, moment })));
    for (const { id } of loans) keeper.takeBack(id);
    expect(stopped()).toEqual([0]);
    await keeper.lend({ file: 'again', moment: '2026-03-02' });
    await jest.advanceTimersByTimeAsync(LONGER_THAN_IDLE_MS);
    expect(stopped()).toEqual([0, 2]);
  });

  it('ends the one in real time when nobody uses it, and starts another when asked again', async () => {
    const [one, other] = [await keeper.lend({ file: 'a' }), await keeper.lend({ file: 'b' })];
    keeper.takeBack(one.id);
    await jest.advanceTimersByTimeAsync(LONGER_THAN_IDLE_MS);
    expect(stopped()).toEqual([]);
    keeper.takeBack(other.id);
    await jest.advanceTimersByTimeAsync(LONGER_THAN_IDLE_MS);
    expect(stopped()).toEqual([0]);
    expect((await keeper.lend({ file: 'c' })).address.url).toBe('http://system-1');
  });

  it('tries again after a start that failed, and knows no loan that was given back', async () => {
    refusing = true;
    await expect(keeper.lend({ file: 'a' })).rejects.toThrow('no room');
    refusing = false;
    const { id } = await keeper.lend({ file: 'a' });
    keeper.takeBack(id);
    expect(() => keeper.takeBack(id)).toThrow(`loan ${id}`);
    await expect(keeper.move(id, '2026-03-01')).rejects.toThrow(`loan ${id}`);
  });

  it('ends all with the run', async () => {
    await keeper.lend({ file: 'a' });
    await keeper.lend({ file: 'b', moment: '2026-03-10' });
    await keeper.stop();
    expect(stopped()).toEqual([0, 1]);
  });
});

describe('the keeper over HTTP', () => {
  it('answers what it cannot do with a message, and starts nothing unasked', async () => {
    const { url, stop } = await startKeeper();
    try {
      const answer = await fetch(`${url}/take-back`, { method: 'POST', body: JSON.stringify({ id: '7' }) });
      expect([answer.status, await answer.json()]).toEqual([500, { message: 'no test file has the system of loan 7' }]);
      const unknown = await fetch(`${url}/nothing`, { method: 'POST', body: '{}' });
      expect([unknown.status, await unknown.json()]).toEqual([500, { message: 'the keeper knows no /nothing' }]);
    } finally {
      await stop();
    }
  });
});
