import 'reflect-metadata';
import { Directive, Field, InputType, ObjectType } from 'type-graphql';
import { BigIntScalar, DecimalScalar } from '../scalars/numbers';
import { CurrencyCodeScalar } from '../scalars/currency-code';

/** Shared GraphQL type `Money`; make it with `toMoney`. */
@Directive('@shareable')
@ObjectType({ description: 'An exact amount of one currency. May be negative.' })
export class Money {
  @Field(() => DecimalScalar, {
    description: 'The amount with all digits of the currency: `"12.50"` CNY, `"1250"` JPY.',
  })
  amount!: string;

  @Field(() => BigIntScalar, { description: 'The same in minor units (fen, cents): `"1250"` for 12.50 CNY.' })
  minorUnits!: bigint;

  @Field(() => CurrencyCodeScalar, { description: 'ISO 4217 code.' })
  currency!: string;
}

/** GraphQL input `MoneyInput`; read it with `readMoney`. */
@InputType({ description: 'An exact amount of one currency.' })
export class MoneyInput {
  @Field(() => DecimalScalar, { description: 'The amount, with no more digits than the currency has: `"12.50"`.' })
  amount!: string;

  @Field(() => CurrencyCodeScalar, { description: 'ISO 4217 code.' })
  currency!: string;
}
