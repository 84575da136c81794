import {
  CurrencyCodeScalar,
  DateTimeScalar,
  DecimalScalar,
  LocalDateScalar,
  MoneyInput,
} from '@redress/graphql-runtime';
import { Field, InputType, Int } from 'type-graphql';
import type { ChargeKind } from '../model/purchase.model';
import { ChargeKindEnum } from '../view-purchase/purchase-charge.gql';

@InputType({ description: 'A tax, a fee or the shipping that was paid.' })
export class PurchaseChargeInput {
  @Field(() => ChargeKindEnum, { description: 'What it is.' })
  kind!: ChargeKind;

  @Field(() => String, {
    description: 'Its code, one of each in a line: `VAT`. 1 to 32 capitals, digits, `-` and `_`.',
  })
  code!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Percent, as the document shows it.' })
  rate?: string | undefined;

  @Field(() => MoneyInput, { description: 'What was paid of it.' })
  paid!: MoneyInput;
}

@InputType({ description: 'A line of an order.' })
export class PurchaseLineInput {
  @Field(() => Int, { description: 'Number of the line within the order, from 1.' })
  lineNumber!: number;

  @Field(() => String, { description: 'What was bought. 1 to 500 characters.' })
  description!: string;

  @Field(() => DecimalScalar, { defaultValue: '1', description: 'How much of it, more than zero.' })
  quantity!: string;

  @Field(() => MoneyInput, {
    description: 'What was paid for the line, after discounts and without its charges; zero for a free one.',
  })
  paid!: MoneyInput;

  @Field(() => String, { nullable: true, description: 'Code of the product. 1 to 64 characters.' })
  product?: string | undefined;

  @Field(() => String, { nullable: true, description: 'Department or shop that sold it, when not that of the order.' })
  department?: string | undefined;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Price of one before discounts, as the document shows it.',
  })
  unitPrice?: string | undefined;

  @Field(() => MoneyInput, { nullable: true, description: 'What was taken off the price, as the document shows it.' })
  discount?: MoneyInput | undefined;

  @Field(() => [PurchaseChargeInput], { defaultValue: [], description: 'Taxes and fees of the line, 20 at most.' })
  charges!: PurchaseChargeInput[];
}

@InputType({ description: 'A payment by which an order was paid.' })
export class PurchasePaymentInput {
  @Field(() => String, { description: 'The provider that took it.' })
  provider!: string;

  @Field(() => String, { description: 'The provider’s own reference.' })
  reference!: string;

  @Field(() => MoneyInput, { description: 'How much was paid.' })
  amount!: MoneyInput;
}

@InputType({ description: 'The rate at which an order in a foreign currency was booked.' })
export class ExchangeRateInput {
  @Field(() => CurrencyCodeScalar, { description: 'Currency of the organisation’s books; not that of the order.' })
  baseCurrency!: string;

  @Field(() => DecimalScalar, { description: 'Units of the base currency for one unit of the order’s.' })
  rate!: string;

  @Field(() => String, { nullable: true, description: 'By which the rate is found where it came from.' })
  rateId?: string | undefined;

  @Field(() => LocalDateScalar, { description: 'Day of the rate.' })
  on!: string;
}

@InputType({ description: 'An order that was paid.' })
export class PurchaseInput {
  @Field(() => String, { description: 'Number of the order, unique in the organisation. 1 to 64 characters.' })
  orderNumber!: string;

  @Field(() => String, { nullable: true, description: 'The customer as the shop’s own system names it.' })
  customerExternalRef?: string | undefined;

  @Field(() => DateTimeScalar, { description: 'When the order was placed; not in the future.' })
  placedAt!: Date;

  @Field(() => CurrencyCodeScalar, { description: 'Currency of the order; every amount is in it.' })
  currency!: string;

  @Field(() => String, { nullable: true, description: 'Department or shop that sold it.' })
  department?: string | undefined;

  @Field(() => ExchangeRateInput, {
    nullable: true,
    description: 'For an order in a foreign currency; what is given back later is booked at the same rate.',
  })
  exchangeRate?: ExchangeRateInput | undefined;

  @Field(() => [PurchaseLineInput], { description: 'Its lines, 1 to 500.' })
  lines!: PurchaseLineInput[];

  @Field(() => [PurchaseChargeInput], {
    defaultValue: [],
    description: 'Shipping, taxes and fees of the order as a whole, 20 at most.',
  })
  charges!: PurchaseChargeInput[];

  @Field(() => [PurchasePaymentInput], {
    defaultValue: [],
    description: 'The payments by which it was paid, 50 at most.',
  })
  payments!: PurchasePaymentInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether these payments are all there were: they must then add up to lines and charges exactly.',
  })
  paymentsComplete!: boolean;
}
