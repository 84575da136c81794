import type { Channel as ChannelName } from '@redress/contracts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Channel } from '../../complaint/vocabulary.gql';
import { ChangedCustomer } from './changed-customer.gql';

/** GraphQL input `UpdateCustomerInput`. */
@InputType({
  description:
    'What changes in the file of a customer. What is missing or null stays; an empty text takes the value out.',
})
export class UpdateCustomerInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the customer.' })
  customerId!: string;

  @Field(() => Int, { nullable: true, description: 'The version of the file that was seen; unchecked where missing.' })
  expectedVersion?: number;

  @Field(() => String, { nullable: true, description: 'Segment of customers, 64 characters at most.' })
  segment?: string;

  @Field(() => String, { nullable: true, description: 'Preferred language as BCP 47 tag.' })
  preferredLanguage?: string;

  @Field(() => Channel, { nullable: true, description: 'How the customer likes to be reached.' })
  preferredChannel?: ChannelName;

  @Field(() => String, { nullable: true, description: 'Name, 1 to 100 characters; it cannot be taken out.' })
  name?: string;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email?: string;

  @Field(() => String, { nullable: true, description: 'Telephone number.' })
  phone?: string;

  @Field(() => String, { nullable: true, description: 'Postal address, 500 characters at most.' })
  address?: string;
}

/** The GraphQL type `UpdateCustomerPayload`. */
@ObjectType({ description: 'The answer to `updateCustomer`.' })
export class UpdateCustomerPayload extends ChangedCustomer {}
