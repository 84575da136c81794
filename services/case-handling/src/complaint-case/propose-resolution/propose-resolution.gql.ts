import type { RemedyKind as RemedyKindName } from '@redress/contracts';
import { MoneyInput } from '@redress/graphql-runtime';
import { Field, InputType, Int } from 'type-graphql';
import { CaseInput, casePayload } from '../case-command/case-payload.gql';
import { RemedyKind } from '../view-cases/case-enums.gql';

@InputType({ description: 'A line of an order, as the organisation’s own documents name it.' })
export class RemedyOrderLineInput {
  @Field(() => String, { description: 'Number of the order; 64 characters at most.' })
  orderNumber!: string;

  @Field(() => Int, { description: 'Number of the line in it, 1 to 100,000.' })
  lineNumber!: number;
}

@InputType({ description: 'One thing to give to the complainant.' })
export class RemedyInput {
  @Field(() => RemedyKind, { description: 'What is given.' })
  kind!: RemedyKindName;

  @Field(() => RemedyOrderLineInput, {
    nullable: true,
    description: 'The order line it is about; the one that the complaint disputes unless told. Goodwill needs none.',
  })
  orderLine?: RemedyOrderLineInput;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What it costs. Needed for money; not possible for an apology or a better service.',
  })
  amount?: MoneyInput;

  @Field(() => String, { nullable: true, description: 'Note for colleagues; not shown to the complainant.' })
  note?: string;
}

@InputType({ description: 'What to give to the complainant.' })
export class ProposeResolutionInput extends CaseInput {
  @Field(() => String, { description: 'The resolution in words; 16,000 characters at most.' })
  text!: string;

  @Field(() => [RemedyInput], { description: 'What it gives, 1 to 20.' })
  remedies!: RemedyInput[];
}

export const ProposeResolutionPayload = casePayload('ProposeResolution');
