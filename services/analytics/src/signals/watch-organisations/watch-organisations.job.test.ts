import { createLogger } from '@redress/observability';
import { eventually } from '@redress/testkit';
import type { WatchTurns } from '../model/watch-turns.repository';
import { watchWorker } from './watch-organisations.job';

describe('the job that watches', () => {
  it('comes to all organisations of a round, also when one cannot be watched or given back', async () => {
    const waiting = ['a', 'lost', 'bad', 'b'];
    const [watched, released]: [string[], string[]] = [[], []];
    let rounds = 0;
    const turns: Pick<WatchTurns, 'lease' | 'release'> = {
      lease: () => {
        const tenantId = waiting.shift();
        if (tenantId === undefined) rounds += 1;
        return Promise.resolve(tenantId === undefined ? undefined : { tenantId, lease: tenantId });
      },
      release: ({ tenantId }) => {
        released.push(tenantId);
        return tenantId === 'lost' ? Promise.reject(new Error('the lease is lost')) : Promise.resolve();
      },
    };
    const logger = createLogger({ service: 'signals-test', level: 'silent' });
    const warned = jest.spyOn(logger, 'warn');
    const worker = watchWorker({
      turns,
      watch: (tenantId) => {
        watched.push(tenantId);
        return tenantId === 'bad' ? Promise.reject(new Error('no figures')) : Promise.resolve();
      },
      logger,
      everyMs: 1,
    });
    await worker.start();
    await eventually(() => rounds > 0);
    await worker.stop();
    expect(watched).toEqual(['a', 'lost', 'bad', 'b']);
    expect(released).toEqual(watched);
    // In one round: none of the failures ended it.
    expect(warned.mock.calls.map(([, message]) => message)).toEqual([
      'a turn could not be given back',
      'an organisation could not be watched',
    ]);
  });
});
