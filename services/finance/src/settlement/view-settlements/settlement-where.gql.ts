import {
  Combinable,
  CurrencyCodeScalar,
  DateTimeFilter,
  DecimalScalar,
  enumFilter,
  IdFilter,
  StringFilter,
  type EnumFilter,
} from '@redress/graphql-runtime';
import { Field, InputType, Int, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import type { PaymentState } from '../../payment/model/payment.transitions';
import { SETTLEMENT_EXCEPTIONS, type SettlementException } from '../model/settlement-exceptions.model';
import type { Instrument } from '../model/settlement.model';
import type { SettlementState } from '../model/settlement.transitions';
import { PaymentStateEnum, SettlementInstrumentEnum, SettlementStateEnum } from './settlement.gql';

export const SettlementExceptionEnum = enumOf(SETTLEMENT_EXCEPTIONS);
registerEnumType(SettlementExceptionEnum, {
  name: 'SettlementException',
  description: 'Why somebody should look at a settlement.',
  valuesConfig: {
    PAYMENT_DECLINED: {
      description: 'One of its payouts was declined and waits to be paid in another way or given up.',
    },
    PAYMENT_UNKNOWN: { description: 'Of one of its payouts it is not known whether it was made.' },
    AWAITS_OTHER_AUTHORITY: { description: 'It is released and waits for somebody of a higher authority.' },
    RETURN_EXCEPTION: { description: 'Goods that came back, or should have, do not fit and wait for a person.' },
    EVIDENCE_UNVERIFIED: { description: 'It is not decided, and evidence was given that nobody has verified yet.' },
    EVIDENCE_REFUSED: { description: 'It is not decided, and evidence was refused.' },
  },
});

@InputType({ description: 'Condition on an amount of one currency.' })
export class AmountFilter {
  @Field(() => CurrencyCodeScalar, { description: 'ISO 4217 code of the amounts compared.' })
  currency!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'This much or more: `"100.00"`.' })
  from?: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Less than this: `"500.00"`.' })
  to?: string;
}

@InputType({ description: 'Condition on the time since a settlement was drawn up, counted when the list is read.' })
export class SettlementAgeFilter {
  @Field(() => Int, { nullable: true, description: 'So many days old or older.' })
  atLeastDays?: number;

  @Field(() => Int, { nullable: true, description: 'Younger than so many days.' })
  lessThanDays?: number;
}

@InputType({ description: 'Condition on the regulation that governs the case.' })
export class SettlementRegulationFilter {
  @Field(() => String, { description: 'Id of the regulation: `manufacturer-yymmcc`.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'Its version; every version unless told.' })
  version?: number;
}

const SettlementStateFilter = enumFilter(SettlementStateEnum, 'SettlementState');
const PaymentStateFilter = enumFilter(PaymentStateEnum, 'PaymentState');
const SettlementInstrumentFilter = enumFilter(SettlementInstrumentEnum, 'SettlementInstrument');
const SettlementExceptionFilter = enumFilter(SettlementExceptionEnum, 'SettlementException');

@Combinable()
@InputType({ description: 'Conditions on settlements. All given members must hold.' })
export class SettlementWhereInput {
  @Field(() => StringFilter, { nullable: true, description: 'Number that people use.' })
  number?: StringFilter;

  @Field(() => SettlementStateFilter, { nullable: true, description: 'Where it stands.' })
  state?: EnumFilter<SettlementState>;

  @Field(() => SettlementInstrumentFilter, { nullable: true, description: 'The kind of remedy of any of its parts.' })
  instrument?: EnumFilter<Instrument>;

  @Field(() => PaymentStateFilter, {
    nullable: true,
    description: 'What is known about any of its payouts, for example UNKNOWN.',
  })
  paymentState?: EnumFilter<PaymentState>;

  @Field(() => StringFilter, { nullable: true, description: 'ISO 4217 code of its currency.' })
  currency?: StringFilter;

  @Field(() => AmountFilter, { nullable: true, description: 'How much it is, in one currency.' })
  amount?: AmountFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When it was drawn up.' })
  createdAt?: DateTimeFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When finance approved or rejected it.' })
  decidedAt?: DateTimeFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When it was paid.' })
  completedAt?: DateTimeFilter;

  @Field(() => SettlementAgeFilter, { nullable: true, description: 'How long ago it was drawn up.' })
  age?: SettlementAgeFilter;

  @Field(() => StringFilter, {
    nullable: true,
    description: 'Month of the books in which something was booked for it: `2026-11`. For staff only.',
  })
  bookedIn?: StringFilter;

  @Field(() => IdFilter, { nullable: true, description: 'The case whose resolution it carries out.' })
  case?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: 'The complaint behind it.' })
  complaint?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: 'The customer to be paid.' })
  customer?: IdFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Id of the resolution within its case.' })
  resolution?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Number of an order that any of its parts is about.' })
  orderNumber?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Who approved or rejected it in finance. For staff only.' })
  decidedBy?: StringFilter;

  @Field(() => SettlementExceptionFilter, {
    nullable: true,
    description: 'Why somebody should look at it. For staff only.',
  })
  exception?: EnumFilter<SettlementException>;

  @Field(() => StringFilter, { nullable: true, description: 'Number of the case. For staff only.' })
  caseNumber?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Unit that answers for the case. For staff only.' })
  department?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Product of the complaint. For staff only.' })
  product?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Code of the complaint’s category. For staff only.' })
  category?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Region of the complaint. For staff only.' })
  region?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Level of the case by its regulation. For staff only.' })
  level?: StringFilter;

  @Field(() => SettlementRegulationFilter, { nullable: true, description: 'The regulation. For staff only.' })
  regulation?: SettlementRegulationFilter;
}
