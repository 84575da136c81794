import { LocalDateScalar, UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ImprovementPoint } from '../view/improvement-point.gql';

@InputType({ description: 'An improvement point as it was seen.' })
abstract class PointAsSeenInput {
  @Field(() => String, { description: 'Made by the client; the same key acts once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The improvement point.' })
  improvementPointId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;
}

@InputType({ description: 'An improvement that is to be made: who, what and by when.' })
export class AdoptImprovementPointInput extends PointAsSeenInput {
  @Field(() => String, { description: 'Who answers for it, 1 to 255 characters.' })
  owner!: string;

  @Field(() => String, { description: 'What is done, 1 to 2,000 characters.' })
  measure!: string;

  @Field(() => LocalDateScalar, { description: 'By when; no day of the past.' })
  dueOn!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Over how many days the effect is measured, 7 to 182; 28 unless told.',
  })
  effectDays?: number | null;
}

@InputType({ description: 'An improvement that is not made, and why.' })
export class RejectImprovementPointInput extends PointAsSeenInput {
  @Field(() => String, { description: 'Why, 1 to 500 characters.' })
  reason!: string;
}

@InputType({ description: 'An improvement that was made.' })
export class CompleteImprovementPointInput extends PointAsSeenInput {
  @Field(() => String, { description: 'What was done, 1 to 500 characters.' })
  reason!: string;

  @Field(() => LocalDateScalar, { description: 'When, since it was adopted and no later than today.' })
  completedOn!: string;
}

@ObjectType({ description: 'What came of a decision on an improvement point.' })
export class ImprovementPointPayload {
  @Field(() => ImprovementPoint, { nullable: true, description: 'The improvement point; null when it was refused.' })
  improvementPoint!: object | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@InputType({ description: 'A month that is over.' })
export class ProposeImprovementPointsInput {
  @Field(() => String, { description: 'Made by the client; the same key proposes once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => String, { description: 'The local month, `2026-11`.' })
  month!: string;
}

@ObjectType({ description: 'What came of `proposeImprovementPoints`.' })
export class ProposeImprovementPointsPayload {
  @Field(() => [ImprovementPoint], { description: 'All of the month, the best first; empty when it was refused.' })
  improvementPoints!: object[];

  @Field(() => Int, { description: 'How many were added.' })
  added!: number;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
