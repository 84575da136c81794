import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { ReplyForm as Form } from '../../complaint-case/model/case.model';
import { ReplyForm, ReplyPurpose } from '../../complaint-case/view-cases/case-enums.gql';

export const ReplyDraftState = { WAITING: 'WAITING', APPROVED: 'APPROVED', RETURNED: 'RETURNED' } as const;
registerEnumType(ReplyDraftState, {
  name: 'ReplyDraftState',
  description: 'Where a reply that is reviewed stands.',
  valuesConfig: {
    WAITING: { description: 'Waits for its review.' },
    APPROVED: { description: 'Approved and sent.' },
    RETURNED: { description: 'Returned to its author.' },
  },
});

@ObjectType({
  description: 'A written reply that is, or was, reviewed before it goes out. Not shown to the complainant.',
})
export class ReplyDraft {
  @Field(() => ID, { description: 'Id of the draft within its case.' })
  id!: string;

  @Field(() => ReplyPurpose, { description: 'What it is for.' })
  purpose!: keyof typeof ReplyPurpose;

  @Field(() => ReplyForm, { description: 'How it is to be told.' })
  form!: Form;

  @Field(() => String, { description: 'What it says.' })
  text!: string;

  @Field(() => ReplyDraftState, { description: 'Where it stands.' })
  state!: keyof typeof ReplyDraftState;

  @Field(() => DateTimeScalar, { description: 'When it was submitted.' })
  submittedAt!: Date;

  @Field(() => String, { description: 'Subject of its author.' })
  submittedBy!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was reviewed.' })
  reviewedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Subject of the reviewer.' })
  reviewedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was returned.' })
  returnReason!: string | null;
}
