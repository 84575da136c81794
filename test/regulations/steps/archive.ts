import { playUntil } from '../course';
import type { Step } from '../step';
import { caseOf, offeredTo, refusalOf } from './case-reading';

interface Archived {
  readonly archive: {
    readonly archiveNumber: string;
    readonly year: number;
    readonly archivedAt: string;
    readonly keepUntil: string;
    readonly state: string;
    readonly holds: number;
  } | null;
}

const FILE = 'archive { archiveNumber year archivedAt keepUntil state holds }';
const DAY_MS = 24 * 3_600_000;

export const archive: Step = {
  title: 'archives with the retention period',
  applies: (regulation) => regulation.archive !== undefined,
  async take({ begin, cast, system, expected }) {
    const play = await begin();
    expect((await caseOf<Archived>(play, FILE)).archive).toBeNull();
    await playUntil(play);
    const file = (await caseOf<Archived>(play, FILE)).archive;
    if (file === null) throw new Error(`${play.number} was closed and not archived`);
    expect(file).toMatchObject({ year: 2026, state: 'ARCHIVED', holds: 0 });
    // The organisation of the scenarios keeps its files for 3,650 days; yearly files from the end of their year on.
    const keptFor = new Date(file.keepUntil).getTime() - new Date(file.archivedAt).getTime();
    expect(keptFor).toBeGreaterThanOrEqual(3_650 * DAY_MS);
    expect(keptFor).toBeLessThanOrEqual((expected.archivedByYear === true ? 4_016 : 3_651) * DAY_MS);

    const reason = { reason: '保存期满。The time is over.' };
    expect(await refusalOf(play.act(cast.of('manager'), 'proposeDestruction', reason))).toBe('CASE_KEPT_UNTIL');
    await play.act(cast.of('manager'), 'placeLegalHold', { reason: '诉讼。A lawsuit.' });
    await system.moveTo(new Date(new Date(file.keepUntil).getTime() + DAY_MS));
    expect(await refusalOf(play.act(cast.of('manager'), 'proposeDestruction', reason))).toBe('CASE_UNDER_LEGAL_HOLD');
    const { legalHolds } = await caseOf<{ legalHolds: { id: string }[] }>(play, 'legalHolds { id }');
    await play.act(cast.of('manager'), 'liftLegalHold', { holdId: legalHolds[0]?.id });
    await play.act(cast.of('manager'), 'proposeDestruction', reason);
    expect(await offeredTo(play, 'manager')).not.toContain('CONFIRM_DESTRUCTION');
    await play.act(cast.of('admin'), 'confirmDestruction');
    expect((await caseOf<Archived>(play, FILE)).archive?.state).toBe('DESTROYED');
  },
};
