import type { CaseOutcome } from '../model/case.model';
import type { PersonalAction } from '../../case-actions.model';

/** The outcomes that a person may close a case with. */
export type PersonalOutcome = Exclude<CaseOutcome, 'IMPORTED' | 'REFUSED' | 'MERGED' | 'FORWARDED'>;

/** The action that closing with an outcome is. */
export const CLOSING_ACTION: Readonly<Record<PersonalOutcome, PersonalAction>> = {
  RESOLVED: 'CLOSE_AS_RESOLVED',
  NOT_ESTABLISHED: 'CLOSE_AS_NOT_ESTABLISHED',
  WITHDRAWN: 'CLOSE_AS_WITHDRAWN',
  ANSWERED: 'CLOSE_AS_ANSWERED',
  ADOPTED: 'CLOSE_AS_ADOPTED',
  NOT_ADOPTED: 'CLOSE_AS_NOT_ADOPTED',
};
