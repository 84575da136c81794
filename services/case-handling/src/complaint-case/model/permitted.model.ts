import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from './case.errors';
import { refusalsOf } from './case-actions.rules';
import type { Situation } from './case.rules';
import type { PersonalAction } from '../../case-actions.model';

/** Whether the action is possible now, by the very rules that `availableActions` shows. */
export function permitted(action: PersonalAction, situation: Situation): Outcome<void, CaseRefusalCode> {
  const [first, ...others] = refusalsOf(action, situation);
  return first === undefined ? accept(undefined) : refuse(first, ...others);
}
