import { CurrencyCodeScalar, DateTimeScalar, Money } from '@redress/graphql-runtime';
import { Field, Int, ObjectType } from 'type-graphql';

/** GraphQL type `GoodwillBudget`. */
@ObjectType({ description: 'What the organisation allows itself to give in a month without owing it.' })
export class GoodwillBudget {
  @Field(() => CurrencyCodeScalar, { description: 'Currency of the budget.' })
  currency!: string;

  @Field(() => String, { description: 'Month in the organisation’s own calendar: `2026-11`.' })
  month!: string;

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
