import { inForceAt, type ReportAdoption } from '../model/report-adoption.model';
import { reportsOf, type ReportDefinition } from '../model/report-definition.model';
import type { ExpectedReport } from '../model/report.model';
import {
  dayAfter,
  dueOn,
  nextEnd,
  periodsEnded,
  startOfDay,
  type ReportPeriod,
  type ScheduledKind,
} from '../model/report-period.model';
import { isPersonal } from '../templates/standard-reports.model';

/** Events of a period’s last moments may still be on their way. */
const SETTLED_AFTER_MS = 15 * 60_000;
/** So that a round after a long pause stays small. */
const ROUND_AT_MOST_MS = 366 * 86_400_000;

type Scheduled = ReportDefinition & { readonly period: ScheduledKind };

/** What an adoption asks for until now. */
export interface Expectation {
  readonly reports: readonly Omit<ExpectedReport, 'id'>[];
  readonly expectedUntil: Date;
  /** When the next period ends; none where the regulation asks for no report at fixed times. */
  readonly nextAt: Date | undefined;
}

/**
 * The reports of the periods that ended since the last time, under the regulation that was in force when they ended. One
 * that was adopted later changes nothing of it, although it may say that it had been in force before: whenever one looks,
 * a period has the same reports.
 */
export function expectReports(adoption: ReportAdoption, all: readonly ReportAdoption[], now: Date): Expectation {
  const { regulation, settings, expectedUntil: since } = adoption;
  const { timeZone } = settings;
  const until = new Date(Math.min(now.getTime(), since.getTime() + ROUND_AT_MOST_MS));
  const inForce = ({ to }: ReportPeriod): boolean => {
    const last = new Date(startOfDay(to, timeZone).getTime() - 1);
    const adopted = all.filter(({ adoptedAt }) => adoptedAt.getTime() <= last.getTime());
    return inForceAt(adopted, last)?.id === adoption.id;
  };
  const scheduled = reportsOf(regulation).filter(isScheduled);
  const reports = scheduled.flatMap((definition) =>
    periodsEnded(definition.period, since, until, timeZone)
      .filter(inForce)
      .map((period) => expectedReport(definition, period, timeZone)),
  );
  return { reports, expectedUntil: until, nextAt: firstEnd(scheduled, until, timeZone) };
}

/** When the first of the reports of a regulation has to be made; none where it asks for none at fixed times. */
export function firstEndOf({ regulation, settings }: Pick<ReportAdoption, 'regulation' | 'settings'>, after: Date) {
  return firstEnd(reportsOf(regulation).filter(isScheduled), after, settings.timeZone);
}

function firstEnd(scheduled: readonly Scheduled[], after: Date, timeZone: string): Date | undefined {
  const ends = scheduled.map(({ period }) => nextEnd(period, after, timeZone).getTime());
  return ends.length === 0 ? undefined : new Date(Math.min(...ends));
}

function isScheduled(definition: ReportDefinition): definition is Scheduled {
  return definition.period !== 'PERIODIC';
}

function expectedReport(definition: Scheduled, period: ReportPeriod, timeZone: string): Omit<ExpectedReport, 'id'> {
  const due = dueOn(definition.period, period, definition.dueDay);
  const expectedAt = startOfDay(period.to, timeZone);
  return {
    ...{ definition, period, timeZone, edition: 1, corrects: null, correctionReason: null, requestedBy: null },
    ...{ personal: isPersonal(definition), dueOn: due, overdueAt: startOfDay(dayAfter(due), timeZone), expectedAt },
    makeAt: new Date(expectedAt.getTime() + SETTLED_AFTER_MS),
  };
}
