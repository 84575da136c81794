import type { CaseOutcome } from '../model/case.model';
import type { PersonalAction } from '../model/case.transitions';

/** The outcomes that a person may close a case with. */
export type PersonalOutcome = Exclude<CaseOutcome, 'IMPORTED'>;

/** The action that closing with an outcome is. */
export const CLOSING_ACTION: Readonly<Record<PersonalOutcome, PersonalAction>> = {
  RESOLVED: 'CLOSE_AS_RESOLVED',
  NOT_ESTABLISHED: 'CLOSE_AS_NOT_ESTABLISHED',
  WITHDRAWN: 'CLOSE_AS_WITHDRAWN',
};
