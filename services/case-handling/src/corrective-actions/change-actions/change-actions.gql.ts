import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../../complaint-case/case-command/case-payload.gql';
import type { ActionFactor as Factor, ActionKind as Kind } from '../model/corrective-action.model';
import { ActionFactor, ActionKind } from '../view-actions/corrective-action.gql';

@InputType({ description: 'What is to be done, by whom and by when.' })
export class PlanActionInput extends CaseInput {
  @Field(() => ActionKind, { description: 'What kind of action.' })
  kind!: Kind;

  @Field(() => String, { description: 'What is to be done; 16,000 characters at most.' })
  description!: string;

  @Field(() => String, { description: 'Who: a subject, or a role or party of the regulation.' })
  owner!: string;

  @Field(() => DateTimeScalar, { description: 'By when.' })
  dueAt!: Date;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether it is meant to last; false for a temporary one.' })
  permanent!: boolean;

  @Field(() => ActionFactor, { nullable: true, description: 'Where it takes hold.' })
  factor?: Factor;

  @Field(() => String, { nullable: true, description: 'Why it makes no new problem.' })
  newProblemCheck?: string;
}

@InputType({ description: 'Which action was carried out.' })
export class CompleteActionInput extends CaseInput {
  @Field(() => ID, { description: 'Id of the action within its case.' })
  actionId!: string;

  @Field(() => String, { description: 'What was done; 16,000 characters at most.' })
  outcome!: string;
}

@InputType({ description: 'Whether measures have an effect.' })
export class ConfirmEffectInput extends CaseInput {
  @Field(() => Boolean, { description: 'Whether they have; false leads back as the regulation says.' })
  effective!: boolean;

  @Field(() => String, { description: 'What was found; 16,000 characters at most.' })
  findings!: string;

  @Field(() => String, { nullable: true, description: 'New problems that came of the measures.' })
  newProblems?: string;

  @Field(() => [ID], { nullable: true, description: 'Which actions; all that were carried out and not checked.' })
  actionIds?: string[];
}

@InputType({ description: 'Why no improvement is tracked.' })
export class ExemptActionsInput extends CaseInput {
  @Field(() => String, { description: 'The reason; 16,000 characters at most.' })
  reason!: string;
}

export const PlanActionPayload = casePayload('PlanAction');
export const CompleteActionPayload = casePayload('CompleteAction');
export const ConfirmEffectPayload = casePayload('ConfirmEffect');
export const ExemptActionsPayload = casePayload('ExemptActions');
