import {
  ConnectionArgs,
  connectionType,
  CurrencyCodeScalar,
  DateTimeScalar,
  DecimalScalar,
  LocalDateScalar,
  UserError,
} from '@redress/graphql-runtime';
import { ArgsType, Field, InputType, ObjectType } from 'type-graphql';

/** GraphQL type `ExchangeRate`. */
@ObjectType({ description: 'What one unit of a currency is worth in the base currency from a day on (汇率).' })
export class ExchangeRate {
  @Field(() => CurrencyCodeScalar, { description: 'The currency.' })
  currency!: string;

  @Field(() => CurrencyCodeScalar, { description: 'The base currency.' })
  baseCurrency!: string;

  @Field(() => LocalDateScalar, { description: 'The first day for which it holds.' })
  validOn!: string;

  @Field(() => DecimalScalar, { description: 'Base units for one unit of the currency.' })
  rate!: string;

  @Field(() => String, { description: 'Who set it.' })
  setBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was set.' })
  setAt!: Date;
}

export const ExchangeRateConnection = connectionType(ExchangeRate);

@ArgsType()
export class ExchangeRatesArgs extends ConnectionArgs {
  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Only rates of this currency.' })
  currency?: string;
}

@InputType({ description: 'What a currency is worth.' })
export class SetExchangeRateInput {
  @Field(() => String, { description: 'Made by the client; the same key acts once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => CurrencyCodeScalar, { description: 'The currency.' })
  currency!: string;

  @Field(() => LocalDateScalar, { description: 'The first day for which it holds; another rate for it is replaced.' })
  validOn!: string;

  @Field(() => DecimalScalar, { description: 'Base units for one unit of the currency: `"7.1234"`.' })
  rate!: string;
}

@ObjectType({ description: 'What came of `setExchangeRate`.' })
export class SetExchangeRatePayload {
  @Field(() => ExchangeRate, { nullable: true, description: 'The rate; null when it was refused.' })
  exchangeRate!: ExchangeRate | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
