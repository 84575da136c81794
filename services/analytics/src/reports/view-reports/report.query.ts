import type { ReportDefinition } from '../model/report-definition.model';
import type { Report } from '../model/report.model';
import type { ReportState } from '../model/report.transitions';

/** One row of `report`, as a query reads it. */
export interface ReportRow {
  readonly id: string;
  readonly version: number;
  readonly definition: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly timeZone: string;
  readonly edition: number;
  readonly corrects: string | null;
  readonly correctedBy: string | null;
  readonly correctionReason: string | null;
  readonly state: ReportState;
  readonly personal: number;
  readonly dueOn: string | null;
  readonly overdueAt: Date | null;
  readonly requestedBy: string | null;
  readonly expectedAt: Date;
  readonly makeAt: Date;
  readonly madeAt: Date | null;
  readonly asOfPosition: string | null;
  readonly asOfTime: Date | null;
  readonly asOfComplete: number | null;
  readonly metricVersion: number | null;
  readonly sha256: string | null;
  readonly signedBy: string | null;
  readonly signedAt: Date | null;
}

export const REPORT_COLUMNS = `r.id, r.version, r.definition, r.period_from AS periodFrom, r.period_to AS periodTo,
  r.time_zone AS timeZone, r.edition, r.corrects, r.corrected_by AS correctedBy,
  r.correction_reason AS correctionReason, r.state, r.personal, r.due_on AS dueOn, r.overdue_at AS overdueAt,
  r.requested_by AS requestedBy, r.expected_at AS expectedAt, r.make_at AS makeAt, r.made_at AS madeAt,
  r.as_of_position AS asOfPosition, r.as_of_time AS asOfTime, r.as_of_complete AS asOfComplete,
  r.metric_version AS metricVersion, r.sha256, r.signed_by AS signedBy, r.signed_at AS signedAt`;

/** The report behind its row. */
export function restoredReport(row: ReportRow): Report {
  const { definition, periodFrom, periodTo, asOfPosition, asOfTime, asOfComplete, metricVersion, ...plain } = row;
  const frozen = asOfPosition !== null && asOfTime !== null;
  return {
    ...plain,
    definition: JSON.parse(definition) as ReportDefinition,
    period: { from: periodFrom, to: periodTo },
    personal: row.personal === 1,
    asOf: frozen
      ? {
          position: BigInt(asOfPosition),
          time: asOfTime,
          complete: asOfComplete === 1,
          metricVersion: Number(metricVersion),
        }
      : null,
  };
}
