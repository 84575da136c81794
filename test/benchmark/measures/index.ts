import { measureClocks } from './clocks.measure';
import { measureEvents } from './events.measure';
import { measureImport } from './import.measure';
import { measureList } from './list.measure';
import { measureRegistration } from './register.measure';
import type { Measure } from './measure';

export type MeasureName = 'register' | 'list' | 'events' | 'import' | 'clocks';

/** All measurements, in the order in which they are taken. */
export const MEASURES: Readonly<Record<MeasureName, Measure>> = {
  register: measureRegistration,
  list: measureList,
  events: measureEvents,
  import: measureImport,
  clocks: measureClocks,
};
