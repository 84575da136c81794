import { Field, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../case-command/case-payload.gql';
import type { ReplyForm as Form, ReplyPurpose as Purpose } from '../model/case.model';
import { ReplyForm, ReplyPurpose } from '../view-cases/case-enums.gql';

@InputType({ description: 'What to tell to the complainant.' })
export class SendReplyInput extends CaseInput {
  @Field(() => ReplyPurpose, {
    defaultValue: 'DECISION',
    description: 'To tell the approved resolution, how far the case has come, or the answer to what is no complaint.',
  })
  purpose!: Purpose;

  @Field(() => ReplyForm, {
    nullable: true,
    description: 'How it is told; in the usual form of the regulation, or in writing, unless given.',
  })
  form?: Form;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is not told in writing; needed where writing is the rule of the regulation.',
  })
  reason?: string;

  @Field(() => String, { description: 'What is said; 16,000 characters at most.' })
  text!: string;
}

export const SendReplyPayload = casePayload('SendReply');
