import { connectionType, DateTimeScalar, Node, UserError } from '@redress/graphql-runtime';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  description: 'How a matter that the regulation does not cover was decided: by analogy, approved and filed.',
})
export class GapDecision extends Node {
  @Field(() => Int, { description: 'Grows with every change; give it as `expectedVersion`.' })
  version!: number;

  @Field(() => ID, { nullable: true, description: 'Global id of the case, where it is about one.' })
  caseId!: string | null;

  @Field(() => String, { description: 'What the regulation does not cover.' })
  matter!: string;

  @Field(() => String, { description: 'How it was decided, and by analogy to what.' })
  decision!: string;

  @Field(() => String, { description: 'Subject of the person who decided.' })
  decidedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  decidedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Subject of the person who approved it; null before.' })
  approvedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was approved.' })
  approvedAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the draft of a regulation that closes the gap.' })
  draftId!: string | null;
}

export const GapDecisionConnection = connectionType(GapDecision);

@InputType({ description: 'A matter that the regulation does not cover, and how it was decided.' })
export class RecordGapDecisionInput {
  @Field(() => String, { description: 'Made by the client, 1 to 128 characters; the same key is carried out once.' })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: true, description: 'Global id of the case, where it is about one.' })
  caseId?: string | null;

  @Field(() => String, { description: 'What the regulation does not cover.' })
  matter!: string;

  @Field(() => String, { description: 'How it was decided, and by analogy to what.' })
  decision!: string;
}

@InputType({ description: 'Which decision is approved.' })
export class ApproveGapDecisionInput {
  @Field(() => String, { description: 'Made by the client, 1 to 128 characters; the same key is carried out once.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id.' })
  gapDecisionId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion!: number;
}

@ObjectType({ description: 'The decision, or why nothing was changed.' })
export class GapDecisionPayload {
  @Field(() => GapDecision, { nullable: true, description: 'The decision as it is now; null when refused.' })
  gapDecision!: GapDecision | null;

  @Field(() => Boolean, { description: 'Whether this is the answer of an earlier call with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
