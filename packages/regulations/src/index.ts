export { findRegulation, listRegulations, readRegulation } from './regulation/regulation-file';
export type { Regulation } from './regulation/regulation.model';
export type { Duration, StageProvision, StartEvent } from './regulation/stage.model';
export {
  CHANNELS,
  COMPLAINANT_KINDS,
  ISO_STAGES,
  ITEM_TYPES,
  PAPER_KINDS,
  REMEDY_KINDS,
  STAGE_KINDS,
} from './regulation/vocabulary.model';
export type {
  Channel,
  ComplainantKind,
  IsoStage,
  ItemType,
  Label,
  PaperKind,
  RemedyKind,
  StageKind,
} from './regulation/vocabulary.model';
export type { FactValue, RegulationFacts } from './conditions/facts.model';
export { checkAdoption } from './adoption/check-adoption';
export type { AdoptionRefusal } from './adoption/check-adoption';
export { adoptionSettingsSchema } from './adoption/adoption.model';
export type { AdoptionSettings, AuthorityLimit } from './adoption/adoption.model';
export { planStages } from './stages/plan-stages';
export type { PlannedStage } from './stages/plan-stages';
export { calendarIds, findCalendar } from './working-time/calendar-file';
export type { Calendar, CalendarDay, DayReason } from './working-time/calendar.model';
export { dueAt } from './working-time/due-at';
export type { DueDate, Segment, SegmentReason, WorkingTime } from './working-time/due-at';
export { workingTimeOf } from './working-time/working-time-of';
export { mayDecide } from './authority/may-decide';
export type { AuthorityRefusal, DecisionRequest } from './authority/may-decide';
export { formatNumber, numberPeriod } from './numbering/number-pattern';
