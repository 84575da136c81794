import { LocalDateScalar, Money } from '@redress/graphql-runtime';
import { Field, ObjectType } from 'type-graphql';
import type { PayoutMeans } from '../../payment/model/payout-means.model';
import { PayoutMeansEnum } from '../view-payouts/payout.gql';

/** GraphQL type `PlannedPayout`. */
@ObjectType({ description: 'A payment by which a settlement would be paid if it were approved now.' })
export class PlannedPayout {
  @Field(() => PayoutMeansEnum, { description: 'How the money would reach its payee.' })
  means!: PayoutMeans;

  @Field(() => String, { description: 'The provider, or the means, that would pay.' })
  provider!: string;

  @Field(() => Money, { description: 'How much; never nothing.' })
  amount!: Money;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day on which it would be made.' })
  notBefore!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The provider’s reference of the payment of the order that it would give back.',
  })
  originalReference!: string | null;
}
