import type { TenantReader } from '@redress/persistence';
import type { ImprovementPoint } from '../../signals/improvement-points/model/improvement-point.model';
import type { ReportPeriod } from './report-period.model';

/** The improvement points of an organisation. */
export interface ReportImprovements {
  /**
   * Those of the months that ended in the period, and those that were adopted, rejected or completed, or whose effect was
   * measured, in it; the first month first. Their ids are those by which the graph finds them and their signals.
   */
  ofPeriod(reader: TenantReader, period: ReportPeriod, timeZone: string): Promise<readonly ImprovementPoint[]>;
  /** Whether those that the regulation has proposed by itself for the last month of the period are still to come. */
  awaited(reader: TenantReader, period: ReportPeriod, timeZone: string): Promise<boolean>;
}
