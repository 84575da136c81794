import { dueAt, workingTimeOf, type Duration } from '@redress/regulations';
import type { ComplaintCase } from '../../complaint-case/model/case.model';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';

/** What decisions know of the file of a case. */
export interface ArchivedFile {
  readonly number: string;
  readonly keepUntil: string;
  /** Legal holds in force. */
  readonly holds: readonly string[];
  /** Who proposed to destroy it. */
  readonly proposedBy?: string;
  readonly destroyed?: boolean;
}

const KEY = 'archive';

/** The file of a case; undefined before it was archived. */
export function fileOf({ kept }: Pick<ComplaintCase, 'kept'>): ArchivedFile | undefined {
  return kept[KEY] as ArchivedFile | undefined;
}

/** The case with another file. */
export function withFile(current: ComplaintCase, change: Partial<ArchivedFile>): Partial<ComplaintCase> {
  const file = { number: '', keepUntil: '', holds: [], ...fileOf(current), ...change };
  return { kept: { ...current.kept, [KEY]: file } };
}

/** How a file is archived: its number, its year and until when it is kept. */
export interface Filing {
  readonly archiveNumber: string;
  readonly year: number;
  readonly keepUntil: Date;
}

/**
 * How the regulation files a case that was closed at a moment; undefined where it says nothing of an archive. By year the
 * number begins with the year of closing, as the files of that year stand together; by case it is the case's own.
 */
export function filingOf(plan: CasePlan | undefined, number: string, closedAt: Date): Filing | undefined {
  const archive = plan?.regulation.archive;
  const retention = archive === undefined ? undefined : plan?.settings.openValues[archive.retention];
  if (plan === undefined || archive === undefined || !isDuration(retention)) return undefined;
  const workingTime = workingTimeOf(plan.settings);
  const year = Number(
    new Intl.DateTimeFormat('en', { timeZone: plan.settings.timeZone, year: 'numeric' }).format(closedAt),
  );
  return {
    archiveNumber: archive.by === 'YEAR' ? `${year}/${number}` : number,
    year,
    keepUntil: dueAt(retention, closedAt, workingTime).dueAt,
  };
}

function isDuration(value: unknown): value is Duration {
  return typeof value === 'object' && value !== null && 'unit' in value;
}
