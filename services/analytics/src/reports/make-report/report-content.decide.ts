import { DateTime } from 'luxon';
import type { ReportAsOf, Report } from '../model/report.model';
import type { ReportContent } from '../model/report-content.model';

/** Everything that a report says, to be frozen. */
export function contentOf(
  { definition, period, timeZone, edition, correctionReason }: Report,
  { position, time, complete, metricVersion }: ReportAsOf,
  sections: ReportContent['sections'],
): ReportContent {
  const { code, label, period: kind, dueDay, contents, regulation } = definition;
  const until = DateTime.fromISO(period.to, { zone: 'UTC' }).minus({ days: 1 }).toFormat('yyyy-MM-dd');
  return {
    format: 1,
    report: {
      ...{ code, label, period: kind, dueDay, contents, regulation },
      ...{ from: period.from, until, timeZone, edition, correctionReason },
    },
    asOf: { position: position.toString(), time: time.toISOString(), complete, metricVersion },
    sections,
  };
}
