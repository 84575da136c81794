import { ConnectionArgs } from '@redress/graphql-runtime';
import { ArgsType, Field } from 'type-graphql';

/** Arguments of `customersOfProduct`. */
@ArgsType()
export class CustomersOfProductArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: 'Serial number, whole.' })
  serialNumber?: string;

  @Field(() => String, { nullable: true, description: 'Batch, whole.' })
  batch?: string;
}
