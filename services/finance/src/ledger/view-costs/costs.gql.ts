import { Money } from '@redress/graphql-runtime';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';

export const COST_DIMENSIONS = ['DEPARTMENT', 'PRODUCT', 'CAUSE', 'INSTRUMENT'] as const;
export type CostDimension = (typeof COST_DIMENSIONS)[number];

export const CostDimensionEnum = enumOf(COST_DIMENSIONS);
registerEnumType(CostDimensionEnum, {
  name: 'CostDimension',
  description: 'What the cost of complaints is broken down by.',
  valuesConfig: {
    DEPARTMENT: { description: 'The unit that answered for the case.' },
    PRODUCT: { description: 'The product complained of.' },
    CAUSE: { description: 'The category of the complaint.' },
    INSTRUMENT: { description: 'The kind of remedy; of a settlement in parts that of the first.' },
  },
});

/** GraphQL type `ComplaintCost`. */
@ObjectType({ description: 'What complaints cost, for one value of a dimension.' })
export class ComplaintCost {
  @Field(() => String, { nullable: true, description: 'The value; null where it is not known.' })
  value!: string | null;

  @Field(() => Money, { description: 'What was booked as cost, less what was taken back.' })
  cost!: Money;

  @Field(() => Int, { description: 'How many settlements and payments on the spot there are behind it.' })
  sources!: number;
}

/** GraphQL type `AgedPayable`. */
@ObjectType({ description: 'What is owed to complainants for so long.' })
export class AgedPayable {
  @Field(() => Int, { description: 'From how many days.' })
  fromDays!: number;

  @Field(() => Int, { nullable: true, description: 'To how many days; null for any longer.' })
  toDays!: number | null;

  @Field(() => Money, { description: 'What is owed.' })
  amount!: Money;

  @Field(() => Int, { description: 'How many settlements.' })
  settlements!: number;
}
