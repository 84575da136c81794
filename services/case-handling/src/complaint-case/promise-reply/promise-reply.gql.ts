import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../case-command/case-payload.gql';

@InputType({ description: 'By when an answer is promised.' })
export class PromiseReplyInput extends CaseInput {
  @Field(() => DateTimeScalar, { description: 'The date; it lies ahead.' })
  dueAt!: Date;
}

export const PromiseReplyPayload = casePayload('PromiseReply');
