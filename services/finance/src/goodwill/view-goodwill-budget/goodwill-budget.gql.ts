import { CurrencyCodeScalar, DateTimeScalar, Money } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';

/** GraphQL type `GoodwillBudget`. */
@ObjectType({
  description: 'What the organisation, or a unit of it, allows itself to give in a period without owing it.',
})
export class GoodwillBudget {
  @Field(() => CurrencyCodeScalar, { description: 'Currency of the budget.' })
  currency!: string;

  @Field(() => String, {
    description: 'The period, under the name that it had when there were budgets of months only.',
    deprecationReason: 'Ask for `period`; it goes in June 2027.',
  })
  month!: string;

  @Field(() => String, {
    description: 'Month, quarter or year in the organisation’s own calendar: `2026-11`, `2026-Q4`, `2026`.',
  })
  period!: string;

  @Field(() => ID, { nullable: true, description: 'Code of the unit that it is of; null for the whole organisation.' })
  unit!: string | null;

  @Field(() => Money, { description: 'What may be given in all.' })
  limit!: Money;

  @Field(() => Money, { description: 'What settlements have promised and not yet paid.' })
  reserved!: Money;

  @Field(() => Money, { description: 'What settlements have paid.' })
  settled!: Money;

  @Field(() => Money, { description: 'What may still be given.' })
  remaining!: Money;

  @Field(() => String, { description: 'Who set it last.' })
  setBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was set last.' })
  setAt!: Date;

  @Field(() => Int, { description: 'Grows each time it is set; pass it as `expectedVersion`.' })
  version!: number;
}
