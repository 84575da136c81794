import {
  BooleanFilter,
  Combinable,
  ConnectionArgs,
  connectionType,
  DateTimeFilter,
  enumFilter,
  IdFilter,
  StringFilter,
  type EnumFilter,
} from '@redress/graphql-runtime';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import type { ReturnState } from '../model/return-authorisation.model';
import { ReturnAuthorisation, ReturnStateEnum } from './return.gql';

export const ReturnAuthorisationConnection = connectionType(ReturnAuthorisation);

const ReturnStateFilter = enumFilter(ReturnStateEnum, 'ReturnState');

@Combinable()
@InputType({ description: 'Conditions on returns. All given members must hold.' })
export class ReturnWhereInput {
  @Field(() => StringFilter, { nullable: true, description: 'Number that goes with the goods.' })
  number?: StringFilter;

  @Field(() => ReturnStateFilter, { nullable: true, description: 'Where it stands.' })
  state?: EnumFilter<ReturnState>;

  @Field(() => StringFilter, { nullable: true, description: 'Code of the category of the complaint.' })
  cause?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Who sees to what does not fit.' })
  owner?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Number of an order among its lines.' })
  orderNumber?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Code of a product among its lines.' })
  product?: StringFilter;

  @Field(() => BooleanFilter, { nullable: true, description: 'Whether something about it waits for a decision.' })
  hasOpenExceptions?: BooleanFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'Since when goods may come.' })
  createdAt?: DateTimeFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'By when everything should have come.' })
  dueAt?: DateTimeFilter;

  @Field(() => IdFilter, { nullable: true, description: 'The settlement that pays for the goods.' })
  settlement?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: 'The case.' })
  case?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: 'The customer.' })
  customer?: IdFilter;
}

export const ReturnOrder = { CREATED_AT_DESC: 'CREATED_AT_DESC', CREATED_AT_ASC: 'CREATED_AT_ASC' } as const;
export type ReturnOrder = keyof typeof ReturnOrder;
registerEnumType(ReturnOrder, {
  name: 'ReturnOrder',
  description: 'Order of a list of returns.',
  valuesConfig: {
    CREATED_AT_DESC: { description: 'Latest first.' },
    CREATED_AT_ASC: { description: 'Oldest first.' },
  },
});

@ArgsType()
export class ReturnsArgs extends ConnectionArgs {
  @Field(() => ReturnWhereInput, { nullable: true, description: 'Only returns that fulfil these conditions.' })
  where?: ReturnWhereInput;

  @Field(() => ReturnOrder, { defaultValue: ReturnOrder.CREATED_AT_DESC, description: 'Order of the list.' })
  orderBy!: ReturnOrder;
}
