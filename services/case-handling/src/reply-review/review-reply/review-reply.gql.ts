import { Field, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../../complaint-case/case-command/case-payload.gql';

@InputType({ description: 'What the reviewer says of the reply that waits.' })
export class ReviewReplyInput extends CaseInput {
  @Field(() => Boolean, { description: 'True sends it, false returns it to its author.' })
  approve!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is returned; needed then.' })
  reason?: string;
}

export const ReviewReplyPayload = casePayload('ReviewReply');
