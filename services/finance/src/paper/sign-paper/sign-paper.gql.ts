import { UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { FinancePaper } from '../view-papers/paper.gql';

/** What every mutation of a paper is told. */
@InputType({ description: 'A mutation on a paper.' })
export abstract class MarkPaperInput {
  @Field(() => String, { description: 'Made by the client; the same key marks once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The paper.' })
  paperId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'What is to be noted with it; 500 characters at most.' })
  note?: string;
}

@InputType({ description: 'A signature or seal on a paper.' })
export class SignPaperInput extends MarkPaperInput {
  @Field(() => String, { description: 'The place, by its code; `complainant` for the customer’s seal.' })
  place!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'For a seal: accepted evidence of the same settlement that shows it.',
  })
  evidenceId?: string;
}

@InputType({ description: 'A copy of a paper that goes to its holder.' })
export class HandOutPaperCopyInput extends MarkPaperInput {
  @Field(() => Int, { description: 'Which copy.' })
  copy!: number;
}

@ObjectType({ description: 'What came of `signPaper`.' })
export class SignPaperPayload {
  @Field(() => FinancePaper, { nullable: true, description: 'The paper; null when it was refused.' })
  paper!: FinancePaper | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'What came of `handOutPaperCopy`.' })
export class HandOutPaperCopyPayload {
  @Field(() => FinancePaper, { nullable: true, description: 'The paper; null when it was refused.' })
  paper!: FinancePaper | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
