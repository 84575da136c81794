import { accept, refuse, type Outcome } from '@redress/kernel';
import type { ReportDefinition } from '../model/report-definition.model';
import type { ExpectedReport } from '../model/report.model';
import { PERSONAL_READERS } from '../model/report-access.rules';
import { dayAfter, startOfDay, type ReportPeriod } from '../model/report-period.model';
import type { ReportRefusal } from '../model/report.errors';
import { isPersonal } from '../templates/standard-reports.model';

export interface WantedReport {
  readonly code: string;
  /** First and last day. */
  readonly from: string;
  readonly until: string;
  readonly requestedBy: string;
  /** Whether figures that single people out are for whoever asks. */
  readonly seesPersons: boolean;
}

const LONGEST_DAYS = 3 * 366;
const DAY_MS = 86_400_000;

const FIRST_DAY = '-01';

/** Of a few days, or of a month less one of two that differ by a day, every row may be a person. */
const isWholeMonths = ({ from, to }: ReportPeriod): boolean => from.endsWith(FIRST_DAY) && to.endsWith(FIRST_DAY);

/** Whether a report can be made on request, and what is then written down. */
export function requestReport(
  { code, from, until, requestedBy, seesPersons }: WantedReport,
  definitions: readonly ReportDefinition[],
  timeZone: string,
  now: Date,
): Outcome<Omit<ExpectedReport, 'id'>, ReportRefusal> {
  const definition = definitions.find((each) => each.code === code);
  if (definition === undefined) {
    const allowed = definitions.filter(({ period }) => period === 'PERIODIC').map((each) => each.code);
    return refuse({
      code: 'ANALYTICS_REPORT_UNKNOWN',
      path: ['input', 'report'],
      facts: { report: code },
      details: { allowed },
    });
  }
  if (definition.period !== 'PERIODIC') {
    return refuse({ code: 'ANALYTICS_REPORT_ON_SCHEDULE', path: ['input', 'report'], facts: { report: code } });
  }
  const to = dayAfter(until);
  const [start, end] = [startOfDay(from, timeZone).getTime(), startOfDay(to, timeZone).getTime()];
  if (!(end > start) || end - start > LONGEST_DAYS * DAY_MS) {
    const facts = { days: LONGEST_DAYS };
    return refuse({
      code: 'ANALYTICS_REPORT_PERIOD_INVALID',
      path: ['input', 'until'],
      facts,
      details: { limit: LONGEST_DAYS },
    });
  }
  if (end > now.getTime()) return refuse({ code: 'ANALYTICS_REPORT_PERIOD_NOT_OVER', path: ['input', 'until'] });
  const wholeMonths = isWholeMonths({ from, to });
  if (!wholeMonths && !seesPersons) {
    return refuse({
      code: 'ANALYTICS_REPORT_PERIOD_NOT_WHOLE_MONTHS',
      path: ['input', from.endsWith(FIRST_DAY) ? 'until' : 'from'],
      details: { allowed: [...PERSONAL_READERS] },
    });
  }
  const personal = isPersonal(definition) || !wholeMonths;
  return accept({
    ...{ definition, period: { from, to }, timeZone, edition: 1, corrects: null, correctionReason: null, requestedBy },
    ...{ personal, dueOn: null, overdueAt: null, expectedAt: now, makeAt: now },
  });
}
