import type { RemedyKind as RemedyKindName } from '@redress/contracts';
import { DecimalScalar, MoneyInput } from '@redress/graphql-runtime';
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

@InputType({ description: 'One piece of what a remedy gives.' })
export class RemedyPartInput {
  @Field(() => RemedyKind, { nullable: true, description: 'Its kind; that of the remedy unless told.' })
  kind?: RemedyKindName;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the order it is about; the line of the remedy unless told.',
  })
  orderNumber?: string;

  @Field(() => Int, { nullable: true, description: 'Number of the line; absent for a charge of the whole order.' })
  lineNumber?: number;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the tax, fee or shipping that it gives back, for example `VAT`.',
  })
  charge?: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much of the line comes back.' })
  quantity?: string;

  @Field(() => MoneyInput, { description: 'What it comes to.' })
  amount!: MoneyInput;

  @Field(() => String, {
    nullable: true,
    description: 'Identifier of who is paid, 64 characters at most; the complainant unless told.',
  })
  payee?: string;
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

  @Field(() => [RemedyPartInput], {
    nullable: true,
    description:
      'What the amount is made up of, 50 parts at most: several lines, taxes and fees, several kinds or several payees. They come to the amount; without an amount they are it.',
  })
  parts?: RemedyPartInput[];

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
