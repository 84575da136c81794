import { measureAnalytics } from './analytics.measure';
import { measureApprovals } from './approvals.measure';
import { measureClocks } from './clocks.measure';
import { measureEvents } from './events.measure';
import { measureExport } from './export.measure';
import { measureImport } from './import.measure';
import { measureList } from './list.measure';
import { measureMillion } from './million.measure';
import { measureReconciliation } from './reconciliation.measure';
import { measureRebuild } from './rebuild.measure';
import { measureRegistration } from './register.measure';
import { measureVisibility } from './visibility.measure';
import type { Measure } from './measure';

export type MeasureName =
  | 'register'
  | 'list'
  | 'events'
  | 'import'
  | 'clocks'
  | 'approvals'
  | 'million'
  | 'export'
  | 'reconciliation'
  | 'analytics'
  | 'visibility'
  | 'rebuild';

/** All measurements, in the order in which they are taken. */
export const MEASURES: Readonly<Record<MeasureName, Measure>> = {
  register: measureRegistration,
  list: measureList,
  events: measureEvents,
  import: measureImport,
  clocks: measureClocks,
  approvals: measureApprovals,
  million: measureMillion,
  export: measureExport,
  reconciliation: measureReconciliation,
  analytics: measureAnalytics,
  visibility: measureVisibility,
  rebuild: measureRebuild,
};
