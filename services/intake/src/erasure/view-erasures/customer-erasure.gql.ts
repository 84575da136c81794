import { connectionType, DateTimeScalar, toGlobalId } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ErasureRow } from './customer-erasures.query';

/** The GraphQL type `CustomerErasure`. */
@ObjectType({ description: 'That the personal data of a customer was erased, why and by whom.' })
export class CustomerErasure {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => ID, { description: 'Global id of the customer.' })
  customerId!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => Int, { description: 'How many complaints of theirs lost their text.' })
  complaints!: number;

  @Field(() => Int, {
    description:
      'How many other customers had the same e-mail address or telephone number: they are erased one by one, and messages from there stay.',
  })
  sameContacts!: number;

  @Field(() => DateTimeScalar, { description: 'When.' })
  erasedAt!: Date;

  @Field(() => String, { description: 'By whom: the subject of a token.' })
  erasedBy!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the content of their files was gone too; null while it waits.',
  })
  finishedAt!: Date | null;
}

/** The GraphQL type `CustomerErasureConnection`. */
export const CustomerErasureConnection = connectionType(CustomerErasure);

/** The GraphQL form of an erasure. */
export function toErasure({ id, customerId, ...told }: ErasureRow): CustomerErasure {
  return { ...told, id: toGlobalId('CustomerErasure', id), customerId: toGlobalId('Customer', customerId) };
}
