import { Field, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../case-command/case-payload.gql';

@InputType({ description: 'Which case’s proposal to approve.' })
export class ApproveResolutionInput extends CaseInput {}

@InputType({ description: 'Which case’s proposal to send back, and why.' })
export class RejectResolutionInput extends CaseInput {
  @Field(() => String, { description: 'Why; 16,000 characters at most. Not shown to the complainant.' })
  reason!: string;
}

export const ApproveResolutionPayload = casePayload('ApproveResolution');
export const RejectResolutionPayload = casePayload('RejectResolution');
