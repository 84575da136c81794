import { DateTimeScalar, DecimalScalar, Money } from '@redress/graphql-runtime';
import { Field, Int, ObjectType } from 'type-graphql';
import { ReturnExceptionKindEnum, ReturnExceptionStateEnum } from '../view-exceptions/return-exception.gql';
import type { ExceptionKind, ExceptionState } from '../model/return-exception.model';

/** GraphQL type `ReturnedInCurrency`. */
@ObjectType({
  description:
    'What was authorised in a period in one currency. Quantities: authorised + surplus = received - setAside + open + short. Money: entitled + increased = posted + reduced + pending + cancelled.',
})
export class ReturnedInCurrency {
  @Field(() => String, { description: 'ISO 4217 code.' })
  currency!: string;

  @Field(() => Int, { description: 'How many lines.' })
  lines!: number;

  @Field(() => DecimalScalar, { description: 'How much might come back.' })
  authorised!: string;

  @Field(() => DecimalScalar, { description: 'How much came.' })
  received!: string;

  @Field(() => DecimalScalar, { description: 'Of that, how much is neither kept nor paid for.' })
  setAside!: string;

  @Field(() => DecimalScalar, { description: 'Of that, how much was looked at.' })
  inspected!: string;

  @Field(() => DecimalScalar, { description: 'How much may still come.' })
  open!: string;

  @Field(() => DecimalScalar, { description: 'How much less came where nothing more is expected.' })
  short!: string;

  @Field(() => DecimalScalar, { description: 'How much more came than was authorised.' })
  surplus!: string;

  @Field(() => DecimalScalar, { description: 'How much was posted.' })
  posted!: string;

  @Field(() => Money, { description: 'What is given for the authorised quantities.' })
  entitledAmount!: Money;

  @Field(() => Money, { description: 'What is given for what came.' })
  postedAmount!: Money;

  @Field(() => Money, { description: 'How much less is given.' })
  reducedAmount!: Money;

  @Field(() => Money, { description: 'How much more is given.' })
  increasedAmount!: Money;

  @Field(() => Money, { description: 'What waits for goods, for an inspection or for a decision.' })
  pendingAmount!: Money;

  @Field(() => Money, { description: 'What is not given because the settlement came to nothing.' })
  cancelledAmount!: Money;
}

/** GraphQL type `ReceivedGoods`. */
@ObjectType({
  description: 'What warehouses signed for in a period: quantity = allocated + corrected + setAside + unallocated.',
})
export class ReceivedGoods {
  @Field(() => Int, { description: 'How many receipts.' })
  receipts!: number;

  @Field(() => DecimalScalar, { description: 'What they say.' })
  quantity!: string;

  @Field(() => DecimalScalar, { description: 'What is counted for returns.' })
  allocated!: string;

  @Field(() => DecimalScalar, { description: 'What was never there.' })
  corrected!: string;

  @Field(() => DecimalScalar, { description: 'What was given back or written off without a return.' })
  setAside!: string;

  @Field(() => DecimalScalar, { description: 'What nobody has found a return for yet.' })
  unallocated!: string;
}

/** GraphQL type `ReturnExceptionCount`. */
@ObjectType({ description: 'How many exceptions of a kind stand where.' })
export class ReturnExceptionCount {
  @Field(() => ReturnExceptionKindEnum, { description: 'What does not fit.' })
  kind!: ExceptionKind;

  @Field(() => ReturnExceptionStateEnum, { description: 'Where they stand.' })
  state!: ExceptionState;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

/** GraphQL type `ReturnsReport`; its parts are resolved apart. */
@ObjectType({ description: 'Returns of a period, as they stand now.' })
export class ReturnsReport {
  @Field(() => DateTimeScalar, { description: 'From this moment on.' })
  from!: Date;

  @Field(() => DateTimeScalar, { description: 'Up to, and without, this moment.' })
  to!: Date;
}
