import { UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Settlement } from '../view-settlements/settlement.gql';

/** Most settlements in one call. */
export const MOST_AT_ONCE = 200;

@InputType({ description: 'A settlement to approve, as it was seen.' })
export class SettlementSeenInput {
  @Field(() => ID, { description: 'The settlement.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;
}

@InputType({ description: 'Which settlements to approve.' })
export class ApproveSettlementsInput {
  @Field(() => [SettlementSeenInput], { description: `1 to ${MOST_AT_ONCE} settlements, each once.` })
  settlements!: SettlementSeenInput[];

  @Field(() => String, {
    description: 'Made by the client when its form is opened; the same key approves each once. 1 to 128 characters.',
  })
  idempotencyKey!: string;
}

@ObjectType({ description: 'What came of one settlement among several.' })
export class SettlementApprovalOutcome {
  @Field(() => ID, { description: 'The settlement, as it was asked for.' })
  id!: string;

  @Field(() => Settlement, {
    nullable: true,
    description: 'The approved settlement, or one that awaits further signatures; null when it was refused.',
  })
  settlement!: Settlement | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'What came of `approveSettlements`.' })
export class ApproveSettlementsPayload {
  @Field(() => [SettlementApprovalOutcome], {
    description: 'One for each settlement, in the order of the input; empty when the whole request was refused.',
  })
  outcomes!: SettlementApprovalOutcome[];

  @Field(() => Int, { description: 'How many are approved now, or have been signed by the viewer.' })
  accepted!: number;

  @Field(() => Int, { description: 'How many were refused.' })
  refused!: number;

  @Field(() => Boolean, { description: 'Whether every outcome is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why the whole request was refused; empty when it was not.' })
  userErrors!: UserError[];
}
