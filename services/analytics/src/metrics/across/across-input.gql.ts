import { BigIntScalar } from '@redress/graphql-runtime';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Up to where one organisation is taken into account, as an earlier answer told it.' })
export class OrganisationAsOfInput {
  @Field(() => ID, { description: 'The organisation; one of those that are asked.' })
  organisation!: string;

  @Field(() => BigIntScalar, {
    description: 'Position in its change feed; never one that its figures have not come to.',
  })
  position!: bigint;

  @Field(() => Boolean, {
    nullable: true,
    description: 'As the earlier answer told it; it is told again, and nothing else depends on it.',
  })
  complete?: boolean | null;
}
