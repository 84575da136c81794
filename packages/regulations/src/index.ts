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
export { emptyFacts, factsOf } from './conditions/facts-of';
export type { KnownFacts } from './conditions/facts-of';
export { conditionHolds } from './conditions/condition';
export { validateFacts } from './conditions/validate-facts';
export { cardProblems } from './card/card-problems';
export type { CardMember } from './card/card-problems';
export type { FactProblem } from './card/declared-value';
export { classify } from './classification/classify';
export type { AxisRule, AxisRuling } from './classification/classify';
export { levelOf } from './levels/level-of';
export type { LevelRuling } from './levels/level-of';
export { escalations } from './overdue/escalations';
export type { DuePaper, EscalationClock } from './overdue/escalations';
export { returnOutcome } from './returns/return-outcome';
export type { ReturnedQuantity, ReturnOutcome } from './returns/return-outcome';
export { checkAdoption } from './adoption/check-adoption';
export type { AdoptionRefusal } from './adoption/check-adoption';
export { adoptionSettingsSchema } from './adoption/adoption.model';
export type { AdoptionSettings, AuthorityLimit } from './adoption/adoption.model';
export type { AmountRow, Numbering, OpenValue } from './adoption/open-value.model';
export type { OpeningHours, OpeningWindow, OwnDay } from './adoption/opening-hours.model';
export { planStages } from './stages/plan-stages';
export type { PlannedStage } from './stages/plan-stages';
export { calendarIds, findCalendar } from './working-time/calendar-file';
export type { Calendar, CalendarDay, DayReason } from './working-time/calendar.model';
export { dueAt, extendedDueAt } from './working-time/due-at';
export type { DueDate, DueOptions, Pause, Segment, SegmentReason, WorkingTime } from './working-time/due-date.model';
export { workingTimeOf } from './working-time/working-time-of';
export { authorityOf } from './authority/authority-of';
export type { AuthorityRow } from './authority/authority-of';
export { mayDecide, whoMay } from './authority/may-decide';
export type { AuthorityRefusal, DecisionRequest } from './authority/may-decide';
export { formatNumber, numberingOf, numberPeriod } from './numbering/number-pattern';
export { checkRegulation, describeProblem } from './checking/check-regulation';
export type { RegulationProblem } from './checking/check-regulation';
export { lintFacts } from './conditions/lint-facts';
export type {
  CaseDifferences,
  CaseHistory,
  DecidedAmount,
  Difference,
  RegulationInForce,
  SimulatedClock,
} from './simulation/simulation.model';
export { elapsed, nextOpening, noticeAt } from './working-time/elapsed';
export type { MeasuredUnit } from './working-time/elapsed';
export { simulateCase } from './simulation/simulate-case';
export { EMPTY_SUMMARY, simulate, summarise } from './simulation/simulate';
export type { ClockChanges, SimulationSummary } from './simulation/simulate';
