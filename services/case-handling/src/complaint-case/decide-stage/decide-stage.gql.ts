import { Field, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../case-command/case-payload.gql';

@InputType({ description: 'Which stage to approve.' })
export class ApproveStageInput extends CaseInput {
  @Field(() => String, { description: 'Name of the stage in the regulation.' })
  stage!: string;
}

@InputType({ description: 'Which stage to send back, and why.' })
export class ReturnStageInput extends CaseInput {
  @Field(() => String, { description: 'Name of the stage in the regulation.' })
  stage!: string;

  @Field(() => String, { description: 'Why; 16,000 characters at most.' })
  reason!: string;
}

@InputType({ description: 'Which stage to leave out, and why.' })
export class SkipStageInput extends CaseInput {
  @Field(() => String, { description: 'Name of the stage in the regulation.' })
  stage!: string;

  @Field(() => String, { description: 'Why; 16,000 characters at most.' })
  reason!: string;
}

export const ApproveStagePayload = casePayload('ApproveStage');
export const ReturnStagePayload = casePayload('ReturnStage');
export const SkipStagePayload = casePayload('SkipStage');
