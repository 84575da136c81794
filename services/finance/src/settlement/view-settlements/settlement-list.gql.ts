import { ConnectionArgs, connectionType, Money } from '@redress/graphql-runtime';
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import { SETTLEMENT_ORDERS, type SettlementOrderName } from '../model/settlement-order.model';
import type { SettlementState } from '../model/settlement.transitions';
import { SettlementWhereInput } from './settlement-where.gql';
import { Settlement, SettlementStateEnum } from './settlement.gql';

export const SettlementConnection = connectionType(Settlement);

/** GraphQL type `SettlementStateTotal`. */
@ObjectType({ description: 'What the settlements of a list in one state come to in one currency.' })
export class SettlementStateTotal {
  @Field(() => SettlementStateEnum, { description: 'The state.' })
  state!: SettlementState;

  @Field(() => Money, { description: 'Sum of the amounts.' })
  amount!: Money;

  @Field(() => Int, { description: 'How many settlements there are in this state and currency.' })
  count!: number;
}

/** GraphQL type `SettlementTotal`. */
@ObjectType({ description: 'What a list of settlements comes to in one currency.' })
export class SettlementTotal {
  @Field(() => Money, { description: 'Sum of the amounts.' })
  amount!: Money;

  @Field(() => Int, { description: 'How many settlements there are in this currency.' })
  count!: number;

  @Field(() => [SettlementStateTotal], { description: 'The same by state; they come to the sum exactly.' })
  byState!: SettlementStateTotal[];
}

export const SettlementOrder = enumOf(SETTLEMENT_ORDERS);
export type SettlementOrder = SettlementOrderName;

registerEnumType(SettlementOrder, {
  name: 'SettlementOrder',
  description: 'Order of a list of settlements.',
  valuesConfig: {
    CREATED_AT_DESC: { description: 'Latest first: the youngest.' },
    CREATED_AT_ASC: { description: 'Oldest first, by age.' },
    DECIDED_AT_DESC: { description: 'Last decided first; those that are not decided are left out.' },
    DECIDED_AT_ASC: { description: 'First decided first; those that are not decided are left out.' },
    COMPLETED_AT_DESC: { description: 'Last paid first; those that are not paid are left out.' },
    COMPLETED_AT_ASC: { description: 'First paid first; those that are not paid are left out.' },
    AMOUNT_DESC: { description: 'Largest first; needs `where.currency.eq` or `where.amount`.' },
    AMOUNT_ASC: { description: 'Smallest first; needs `where.currency.eq` or `where.amount`.' },
  },
});

@ArgsType()
export class SettlementsArgs extends ConnectionArgs {
  @Field(() => SettlementWhereInput, { nullable: true, description: 'Only settlements that fulfil these conditions.' })
  where?: SettlementWhereInput;

  @Field(() => SettlementOrder, {
    nullable: true,
    description: 'Order of the list; that of the view, or the latest first, unless told.',
  })
  orderBy?: SettlementOrder;

  @Field(() => String, {
    nullable: true,
    description:
      'Only those whose number, case number or order number begins with this text, 2 to 64 characters; of each kind ' +
      'of number the first 1,000. Case and order numbers are searched for staff only.',
  })
  search?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A saved view: its conditions hold beside `where`, and its order unless `orderBy` is given.',
  })
  view?: string;
}
