import type { MetricsQuery } from '../model/figures.model';
import { monthsBefore, startOfDay, type ReportPeriod } from '../model/report-period.model';
import type { FiguresTemplate } from '../templates/section-template.model';

/** The question behind a section of the report of a period. */
export function sectionQuery(
  { metrics, groupBy, months }: Pick<FiguresTemplate, 'metrics' | 'groupBy' | 'months'>,
  period: ReportPeriod,
  timeZone: string,
): MetricsQuery {
  const from = months === undefined ? period.from : monthsBefore(period.to, months);
  const window = { from: startOfDay(from, timeZone), to: startOfDay(period.to, timeZone) };
  return { metrics, groupBy, where: {}, window, timeZone };
}
