import type { MetricsQuery } from '../model/figures.model';
import { monthsBefore, startOfDay, type ReportPeriod } from '../model/report-period.model';
import type { FiguresTemplate } from '../templates/section-template.model';

/** The days that a section is of: those of the report, or of so many months that end with it. */
export function sectionDays({ months }: Pick<FiguresTemplate, 'months'>, period: ReportPeriod): ReportPeriod {
  return months === undefined ? period : { from: monthsBefore(period.to, months), to: period.to };
}

/** Of so many groups those with the most are shown; all are needed to find them. */
const GROUPS_AT_MOST = 50_000;

/** The question behind a section of the report of a period. */
export function sectionQuery(
  template: Pick<FiguresTemplate, 'metrics' | 'groupBy' | 'months'>,
  period: ReportPeriod,
  timeZone: string,
): MetricsQuery {
  const { metrics, groupBy } = template;
  const { from, to } = sectionDays(template, period);
  const window = { from: startOfDay(from, timeZone), to: startOfDay(to, timeZone) };
  return { metrics, groupBy, where: {}, window, timeZone, groupsAtMost: GROUPS_AT_MOST };
}
