export { accept, refuse } from './outcome';
export type { Outcome, Refusal, RefusalDetails } from './outcome';
export { fixedClock, systemClock } from './clock';
export type { Clock } from './clock';
export { isId, newId } from './id';
export { hasRole, ROLES, STAFF_ROLES, systemActor } from './actor';
export type { Actor, Role } from './actor';
export { stateMachine } from './transitions';
export type { StateMachine, TransitionTable } from './transitions';
export { canonicalJson } from './canonical-json';
export { Pause } from './pause';
export {
  addMoney,
  allocate,
  formatAmount,
  isCurrency,
  minorUnitDigits,
  money,
  parseMoney,
  subtractMoney,
} from './money';
export type { Money } from './money';
