import { playUntil } from '../course';
import { endOfDay } from '../hand-counted';
import { refusalOf } from '../refusal-of';
import type { Step } from '../step';
import { caseOf, offeredTo } from './case-reading';

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
  async take({ begin, cast, system, regulation }) {
    const play = await begin();
    expect((await caseOf<Archived>(play, FILE)).archive).toBeNull();
    await playUntil(play);
    const file = (await caseOf<Archived>(play, FILE)).archive;
    if (file === null) throw new Error(`${play.number} was closed and not archived`);
    expect(file).toMatchObject({ year: 2026, state: 'ARCHIVED', holds: 0 });
    const byYear = regulation.archive?.by === 'YEAR';
    expect(file.archiveNumber).toBe(byYear ? `2026/${play.number}` : play.number);
    // The organisation of the scenarios keeps its files for 7 working days, counted from Tuesday, 10 March: 11 to 13, 16 to 19.
    expect(new Date(file.keepUntil)).toEqual(endOfDay('2026-03-19'));

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
