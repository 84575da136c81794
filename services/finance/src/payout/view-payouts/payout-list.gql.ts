import {
  Combinable,
  ConnectionArgs,
  connectionType,
  DateFilter,
  DateTimeFilter,
  DateTimeScalar,
  enumFilter,
  IdFilter,
  Money,
  StringFilter,
  type EnumFilter,
} from '@redress/graphql-runtime';
import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { PaymentState } from '../../payment/model/payment.transitions';
import type { PayoutMeans } from '../../payment/model/payout-means.model';
import { AmountFilter } from '../../settlement/view-settlements/settlement-where.gql';
import { PaymentStateEnum } from '../../settlement/view-settlements/settlement.gql';
import { Payout, PayoutMeansEnum } from './payout.gql';

export const PayoutConnection = connectionType(Payout);

const PayoutStateFilter = enumFilter(PaymentStateEnum, 'PayoutState');
const PayoutMeansFilter = enumFilter(PayoutMeansEnum, 'PayoutMeans');

@Combinable()
@InputType({ description: 'Conditions on payments to payees. All given members must hold.' })
export class PayoutWhereInput {
  @Field(() => PayoutStateFilter, { nullable: true, description: 'What is known about it, for example UNKNOWN.' })
  state?: EnumFilter<PaymentState>;

  @Field(() => PayoutMeansFilter, { nullable: true, description: 'How the money reaches its payee.' })
  means?: EnumFilter<PayoutMeans>;

  @Field(() => StringFilter, { nullable: true, description: 'The provider, or the means, that pays.' })
  provider?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'ISO 4217 code of its currency.' })
  currency?: StringFilter;

  @Field(() => AmountFilter, { nullable: true, description: 'How much it is, in one currency.' })
  amount?: AmountFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When it was decided to pay.' })
  createdAt?: DateTimeFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'Since when nobody knows whether the money moved.' })
  uncertainSince?: DateTimeFilter;

  @Field(() => DateFilter, { nullable: true, description: 'The first day on which it may be made; of instalments.' })
  notBefore?: DateFilter;

  @Field(() => StringFilter, { nullable: true, description: 'What names a bank transfer on the statement.' })
  endToEndId?: StringFilter;

  @Field(() => IdFilter, { nullable: true, description: 'The settlement that it pays.' })
  settlement?: IdFilter;
}

export const PayoutOrder = { CREATED_AT_DESC: 'CREATED_AT_DESC', CREATED_AT_ASC: 'CREATED_AT_ASC' } as const;
export type PayoutOrder = keyof typeof PayoutOrder;
registerEnumType(PayoutOrder, {
  name: 'PayoutOrder',
  description: 'Order of a list of payments to payees.',
  valuesConfig: { CREATED_AT_DESC: { description: 'Latest first.' }, CREATED_AT_ASC: { description: 'Oldest first.' } },
});

@ArgsType()
export class PayoutsArgs extends ConnectionArgs {
  @Field(() => PayoutWhereInput, { nullable: true, description: 'Only payments that fulfil these conditions.' })
  where?: PayoutWhereInput;

  @Field(() => PayoutOrder, { defaultValue: PayoutOrder.CREATED_AT_DESC, description: 'Order of the list.' })
  orderBy!: PayoutOrder;
}

/** GraphQL type `UncertainPayouts`. */
@ObjectType({
  description: 'Payments at one provider, in one currency, of which nobody knows yet whether they were made.',
})
export class UncertainPayouts {
  @Field(() => String, { description: 'The provider, or the means, that pays.' })
  provider!: string;

  @Field(() => Int, { description: 'How many there are.' })
  count!: number;

  @Field(() => Money, { description: 'What they come to.' })
  amount!: Money;

  @Field(() => DateTimeScalar, { description: 'Since when the oldest of them is not known.' })
  oldestSince!: Date;
}
