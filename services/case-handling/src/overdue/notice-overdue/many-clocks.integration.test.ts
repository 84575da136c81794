import { ManyCases } from '../../test-bench/many-cases';
import type { Stuck } from './case-batches.handler';
import { noticeOverdue, type TimeDependencies } from './notice-overdue.handler';

const MINUTE = 60_000;
const IN_THE_MINUTE = 1_000;
const MISSED = 2_000;
const OTHERS = 7_000;
/** Acceptance is due 24 hours after receipt. */
const THE_MINUTE = new Date('2026-03-12T10:00:00.000Z');
const A_DAY_BEFORE = THE_MINUTE.getTime() - 24 * 60 * MINUTE;

const ENTRIES = `SELECT COUNT(*) AS count FROM timeline_entry t WHERE t.type = :type`;
const EVENTS = `SELECT COUNT(*) AS count FROM outbox_log o WHERE o.type LIKE :type`;
const PAPERS = 'SELECT COUNT(*) AS count FROM overdue_paper p';
const CLOCKS_WITH_PAPERS = 'SELECT COUNT(DISTINCT p.clock_id) AS count FROM overdue_paper p';
const UNNOTICED = `
  SELECT COUNT(*) AS count FROM stage_clock k
  WHERE k.state = 'RUNNING' AND k.overdue_noticed_at IS NULL AND k.due_at < :now`;
const TORN = `
  SELECT COUNT(*) AS count FROM complaint_case c
  WHERE c.version <> (SELECT MAX(t.sequence) FROM timeline_entry t WHERE t.tenant_id = c.tenant_id AND t.case_id = c.id)
    OR c.version <> (SELECT COUNT(*) FROM timeline_entry t WHERE t.tenant_id = c.tenant_id AND t.case_id = c.id)`;

function stuckWith(report: Stuck['report']): Stuck {
  return { cases: new Set(), report };
}

/** Works until nothing is left, as the job does; nothing may get stuck. */
async function untilDone(worker: TimeDependencies): Promise<number> {
  const stuck = stuckWith((_, error) => {
    throw error;
  });
  let looks = 0;
  while ((await noticeOverdue(worker, stuck)) > 0) looks += 1;
  return looks;
}

// Opening ten thousand cases takes long on a slow machine.
jest.setTimeout(300_000);

describe('ten thousand open cases', () => {
  let many: ManyCases;

  beforeAll(async () => {
    many = await ManyCases.start();
    await many.open(Array.from({ length: IN_THE_MINUTE }, (_, index) => new Date(A_DAY_BEFORE + index * 60)));
    await many.open(Array.from({ length: MISSED }, (_, index) => new Date(THE_MINUTE.getTime() + MINUTE + index)));
    await many.open(
      Array.from({ length: OTHERS }, (_, index) => new Date(THE_MINUTE.getTime() + 120 * MINUTE + index)),
    );
  });
  afterAll(() => many.stop());

  it('of which a thousand fall due in one minute: two workers write one entry, event and paper for each', async () => {
    many.clock.set(new Date(THE_MINUTE.getTime() + MINUTE).toISOString());
    const looks = await Promise.all([untilDone(many.worker()), untilDone(many.worker())]);
    expect(await many.count(ENTRIES, { type: 'STAGE_OVERDUE' })).toBe(IN_THE_MINUTE);
    expect(await many.count(EVENTS, { type: '%stage.overdue%' })).toBe(IN_THE_MINUTE);
    expect(await many.count(EVENTS, { type: '%reminder.issued%' })).toBe(IN_THE_MINUTE);
    expect(await many.count(PAPERS)).toBe(IN_THE_MINUTE);
    expect(await many.count(TORN)).toBe(0);
    // A thousand cases are read and written a few hundred at a time, never case by case.
    expect(Math.max(...looks)).toBeLessThanOrEqual(4);
  });

  it('of which two thousand ran out while no worker was there, and one died over them: nothing lost, nothing twice', async () => {
    const now = new Date(THE_MINUTE.getTime() + 25 * 60 * MINUTE);
    many.clock.set(now.toISOString());
    const lost: string[] = [];
    const dying = stuckWith((caseId) => void lost.push(caseId));
    await noticeOverdue(many.doomedWorker(2), dying);
    expect(lost.length).toBeGreaterThan(0);
    const noticed = await many.count(PAPERS);
    expect(noticed).toBeGreaterThan(IN_THE_MINUTE);
    expect(noticed).toBeLessThan(IN_THE_MINUTE + MISSED);

    await Promise.all([untilDone(many.worker()), untilDone(many.worker())]);
    expect(await many.count(UNNOTICED, { now })).toBe(0);
    expect(await many.count(PAPERS)).toBe(IN_THE_MINUTE + MISSED);
    expect(await many.count(CLOCKS_WITH_PAPERS)).toBe(IN_THE_MINUTE + MISSED);
    expect(await many.count(EVENTS, { type: '%reminder.issued%' })).toBe(IN_THE_MINUTE + MISSED);
    expect(await many.count(TORN)).toBe(0);
  });
});
