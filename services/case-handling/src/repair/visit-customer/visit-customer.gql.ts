import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../../complaint-case/case-command/case-payload.gql';

@InputType({ description: 'A visit of a field engineer.' })
export class PlanRepairVisitInput extends CaseInput {
  @Field(() => String, { description: 'Subject of the engineer, a registered member of staff.' })
  engineer!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  visitAt!: Date;

  @Field(() => String, { description: 'The fault; 16,000 characters at most.' })
  fault!: string;
}

@InputType({ description: 'What a field engineer did.' })
export class RecordRepairVisitInput extends CaseInput {
  @Field(() => ID, { description: 'Id of the visit within its case.' })
  visitId!: string;

  @Field(() => Boolean, { description: 'Whether it could be repaired.' })
  repaired!: boolean;

  @Field(() => String, { description: 'What was done; 16,000 characters at most.' })
  workDone!: string;
}

@InputType({ description: 'Whether the customer says that the fault is solved.' })
export class ConfirmRepairInput extends CaseInput {
  @Field(() => ID, { description: 'Id of the visit within its case.' })
  visitId!: string;

  @Field(() => Boolean, { description: 'Whether it is.' })
  solved!: boolean;
}

export const PlanRepairVisitPayload = casePayload('PlanRepairVisit');
export const RecordRepairVisitPayload = casePayload('RecordRepairVisit');
export const ConfirmRepairPayload = casePayload('ConfirmRepair');
