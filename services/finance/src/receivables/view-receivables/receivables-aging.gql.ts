import { Money } from '@redress/graphql-runtime';
import { Field, ID, ObjectType } from 'type-graphql';

/** GraphQL type `AgedReceivables`. */
@ObjectType({ description: 'What a customer owes, by how long it is overdue (账龄).' })
export class AgedReceivables {
  @Field(() => ID, { description: 'The customer.' })
  customerId!: string;

  @Field(() => Money, { description: 'Not due yet.' })
  notDue!: Money;

  @Field(() => Money, { description: 'Overdue for 0 to 30 days.' })
  upTo30Days!: Money;

  @Field(() => Money, { description: 'Overdue for 31 to 60 days.' })
  upTo60Days!: Money;

  @Field(() => Money, { description: 'Overdue for 61 to 90 days.' })
  upTo90Days!: Money;

  @Field(() => Money, { description: 'Overdue for more than 90 days.' })
  over90Days!: Money;

  @Field(() => Money, { description: 'What of all this is disputed.' })
  disputed!: Money;

  @Field(() => Money, { description: 'All that is owed.' })
  open!: Money;
}
