import { fixedClock } from '@redress/kernel';
import { createLogger } from '@redress/observability';
import type { LeasedReport } from '../model/report.repository';
import { workOnReports, type ReportsRound } from './reports.job';

const leased = (reportId: string, attempts = 1): LeasedReport => ({ tenantId: 't', reportId, lease: 'l', attempts });

/** A round over the given reports; those called `bad` cannot be made. */
function aRound(waiting: LeasedReport[], changes: Partial<ReportsRound> = {}) {
  const seen = { ended: [] as string[], putOff: [] as string[] };
  const round: ReportsRound = {
    expect: () => Promise.resolve(0),
    lease: () => Promise.resolve(waiting.shift()),
    make: ({ reportId }) => (reportId === 'bad' ? Promise.reject(new Error('no')) : Promise.resolve('made')),
    putOff: ({ reportId }, until) => {
      seen.putOff.push(`${reportId} ${until.toISOString()}`);
      return Promise.resolve();
    },
    ended: (end) => seen.ended.push(end),
    clock: fixedClock('2026-11-01T00:00:00Z'),
    logger: createLogger({ service: 'reports-test', level: 'silent' }),
    ...changes,
  };
  return { round, seen };
}

describe('a round of the work on reports', () => {
  it('makes what waits, also when the reports of one organisation could not be expected', async () => {
    const { round, seen } = aRound([leased('a'), leased('b')], { expect: () => Promise.reject(new Error('no')) });
    await workOnReports(round);
    expect(seen.ended).toEqual(['made', 'made']);
  });

  it('puts off what cannot be made, longer each time and ten minutes at most', async () => {
    const { round, seen } = aRound([leased('bad', 1), leased('bad', 3), leased('bad', 40), leased('good')]);
    await workOnReports(round);
    expect(seen.ended).toEqual(['failed', 'failed', 'failed', 'made']);
    expect(seen.putOff).toEqual([
      'bad 2026-11-01T00:00:05.000Z',
      'bad 2026-11-01T00:00:20.000Z',
      'bad 2026-11-01T00:10:00.000Z',
    ]);
  });
});
