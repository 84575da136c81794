import { fixedClock } from '@redress/kernel';
import { createLogger } from '@redress/observability';
import { eventually } from '@redress/testkit';
import type { WatchTurns } from '../model/watch-turns.repository';
import { watchWorker } from './watch-organisations.job';

describe('the job that watches', () => {
  it('comes to all organisations of a round, also when one cannot be watched or given back', async () => {
    const waiting = ['a', 'lost', 'bad', 'b'];
    const watched: string[] = [];
    const ended: [string, string][] = [];
    let rounds = 0;
    const turns: Pick<WatchTurns, 'lease' | 'release' | 'putOff'> = {
      lease: () => {
        const tenantId = waiting.shift();
        if (tenantId === undefined) rounds += 1;
        return Promise.resolve(tenantId === undefined ? undefined : { tenantId, lease: tenantId, failures: 3 });
      },
      release: ({ tenantId }, lookAt) => {
        ended.push([tenantId, lookAt.toISOString()]);
        return tenantId === 'lost' ? Promise.reject(new Error('the lease is lost')) : Promise.resolve();
      },
      putOff: ({ tenantId }, lookAt) => {
        ended.push([tenantId, lookAt.toISOString()]);
        return Promise.resolve();
      },
    };
    const logger = createLogger({ service: 'signals-test', level: 'silent' });
    const warned = jest.spyOn(logger, 'warn');
    const worker = watchWorker({
      turns,
      clock: fixedClock('2026-07-15T10:00:00.000Z'),
      watch: (tenantId) => {
        watched.push(tenantId);
        return tenantId === 'bad'
          ? Promise.reject(new Error('no figures'))
          : Promise.resolve(new Date('2026-07-16T00:05:00.000Z'));
      },
      logger,
      everyMs: 1,
    });
    await worker.start();
    await eventually(() => rounds > 0);
    await worker.stop();
    expect(watched).toEqual(['a', 'lost', 'bad', 'b']);
    // Who failed for the fourth time waits eight times as long as for the first.
    expect(ended).toEqual([
      ['a', '2026-07-16T00:05:00.000Z'],
      ['lost', '2026-07-16T00:05:00.000Z'],
      ['bad', '2026-07-15T10:00:00.008Z'],
      ['b', '2026-07-16T00:05:00.000Z'],
    ]);
    // In one round: none of the failures ended it.
    expect(warned.mock.calls.map(([, message]) => message)).toEqual([
      'a turn could not be given back',
      'an organisation could not be watched',
    ]);
  });
});
