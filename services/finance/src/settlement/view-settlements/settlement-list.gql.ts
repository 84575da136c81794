import {
  ConnectionArgs,
  connectionType,
  Combinable,
  CurrencyCodeScalar,
  DateTimeFilter,
  DecimalScalar,
  enumFilter,
  IdFilter,
  Money,
  StringFilter,
  type EnumFilter,
} from '@redress/graphql-runtime';
import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { PaymentState } from '../../payment/model/payment.transitions';
import type { Instrument } from '../model/settlement.model';
import type { SettlementState } from '../model/settlement.transitions';
import { PaymentStateEnum, Settlement, SettlementInstrumentEnum, SettlementStateEnum } from './settlement.gql';

export const SettlementConnection = connectionType(Settlement);

/** GraphQL type `SettlementTotal`. */
@ObjectType({ description: 'What a list of settlements comes to in one currency.' })
export class SettlementTotal {
  @Field(() => Money, { description: 'Sum of the amounts.' })
  amount!: Money;

  @Field(() => Int, { description: 'How many settlements there are in this currency.' })
  count!: number;
}

@InputType({ description: 'Condition on an amount of one currency.' })
export class AmountFilter {
  @Field(() => CurrencyCodeScalar, { description: 'ISO 4217 code of the amounts compared.' })
  currency!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'This much or more: `"100.00"`.' })
  from?: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Less than this: `"500.00"`.' })
  to?: string;
}

const SettlementStateFilter = enumFilter(SettlementStateEnum, 'SettlementState');
const PaymentStateFilter = enumFilter(PaymentStateEnum, 'PaymentState');
const SettlementInstrumentFilter = enumFilter(SettlementInstrumentEnum, 'SettlementInstrument');

@Combinable()
@InputType({ description: 'Conditions on settlements. All given members must hold.' })
export class SettlementWhereInput {
  @Field(() => StringFilter, { nullable: true, description: 'Number that people use.' })
  number?: StringFilter;

  @Field(() => SettlementStateFilter, { nullable: true, description: 'Where it stands.' })
  state?: EnumFilter<SettlementState>;

  @Field(() => SettlementInstrumentFilter, { nullable: true, description: 'The kind of remedy.' })
  instrument?: EnumFilter<Instrument>;

  @Field(() => PaymentStateFilter, {
    nullable: true,
    description: 'What is known about its payout, for example UNKNOWN.',
  })
  paymentState?: EnumFilter<PaymentState>;

  @Field(() => StringFilter, { nullable: true, description: 'ISO 4217 code of its currency.' })
  currency?: StringFilter;

  @Field(() => AmountFilter, { nullable: true, description: 'How much it is, in one currency.' })
  amount?: AmountFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When it was drawn up.' })
  createdAt?: DateTimeFilter;

  @Field(() => IdFilter, { nullable: true, description: 'The case whose resolution it carries out.' })
  case?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: 'The complaint behind it.' })
  complaint?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: 'The customer to be paid.' })
  customer?: IdFilter;
}

export const SettlementOrder = {
  CREATED_AT_DESC: 'CREATED_AT_DESC',
  CREATED_AT_ASC: 'CREATED_AT_ASC',
  AMOUNT_DESC: 'AMOUNT_DESC',
  AMOUNT_ASC: 'AMOUNT_ASC',
} as const;
export type SettlementOrder = keyof typeof SettlementOrder;

registerEnumType(SettlementOrder, {
  name: 'SettlementOrder',
  description: 'Order of a list of settlements.',
  valuesConfig: {
    CREATED_AT_DESC: { description: 'Latest first.' },
    CREATED_AT_ASC: { description: 'Oldest first.' },
    AMOUNT_DESC: { description: 'Largest first; needs `where.currency.eq` or `where.amount`.' },
    AMOUNT_ASC: { description: 'Smallest first; needs `where.currency.eq` or `where.amount`.' },
  },
});

@ArgsType()
export class SettlementsArgs extends ConnectionArgs {
  @Field(() => SettlementWhereInput, { nullable: true, description: 'Only settlements that fulfil these conditions.' })
  where?: SettlementWhereInput;

  @Field(() => SettlementOrder, { defaultValue: SettlementOrder.CREATED_AT_DESC, description: 'Order of the list.' })
  orderBy!: SettlementOrder;
}
