import type { Role } from '@redress/kernel';
import type { StageKind } from '@redress/regulations';
import type { CasePlan } from './case-plan.model';
import type { CaseRule, Situation } from './case.rules';
import type { CaseState } from './case.transitions';
import type { StageState } from './stage-states.model';

/** All that there is to know of something that a person may do with a case. */
export interface ActionDefinition<Action extends string> {
  readonly action: Action;
  /** For the schema: which mutation it is. */
  readonly description: string;
  /** Kinds of stages to which it belongs, the first that is planned; its performers act, and it waits for its turn. */
  readonly stageKinds?: readonly StageKind[];
  /** Who acts where the regulation names nobody. */
  readonly roles: readonly Role[];
  /** In which states it is possible, for an action that the transition table does not know. */
  readonly states?: readonly CaseState[];
  readonly rules: readonly CaseRule[];
  /** Whether somebody against whom the complaint is may do it too; otherwise they stand aside. */
  readonly openToComplainee?: boolean;
  /** Roles and parties that a provision of the regulation other than a stage names. */
  readonly performers?: (plan: CasePlan, situation: Situation) => readonly string[] | undefined;
  /** For an action on a stage that the caller names: the stages that come into question. */
  readonly targets?: (situation: Situation) => readonly StageState[];
}

/** Declares an action. It takes part once it is listed in `case-actions.model.ts`. */
export function defineAction<const Action extends string>(
  definition: ActionDefinition<Action>,
): ActionDefinition<Action> {
  return definition;
}
