import type { ReportDefinition } from './report-definition.model';
import type { ReportPeriod } from './report-period.model';
import type { ReportState } from './report.transitions';

/** What a report is made from, frozen: up to which change of the tenant, and by which definitions. */
export interface ReportAsOf {
  readonly position: bigint;
  readonly time: Date;
  /** False when an event that was known waited for an earlier one. */
  readonly complete: boolean;
  readonly metricVersion: number;
}

/** A report of a period. Corrections are reports of the same period with a higher edition. */
export interface Report {
  readonly id: string;
  readonly version: number;
  readonly definition: ReportDefinition;
  readonly period: ReportPeriod;
  readonly timeZone: string;
  readonly edition: number;
  readonly corrects: string | null;
  readonly correctedBy: string | null;
  readonly correctionReason: string | null;
  readonly state: ReportState;
  readonly personal: boolean;
  readonly dueOn: string | null;
  /** The end of the day on which it is due. */
  readonly overdueAt: Date | null;
  /** Who asked for it; none when it is made because its period ended. */
  readonly requestedBy: string | null;
  readonly expectedAt: Date;
  /** Not made before. */
  readonly makeAt: Date;
  readonly madeAt: Date | null;
  readonly asOf: ReportAsOf | null;
  /** Digest of the frozen content. */
  readonly sha256: string | null;
  readonly signedBy: string | null;
  readonly signedAt: Date | null;
}

/** A report that is expected, as it is first written down. */
export type ExpectedReport = Omit<
  Report,
  'version' | 'state' | 'correctedBy' | 'madeAt' | 'asOf' | 'sha256' | 'signedBy' | 'signedAt'
>;
