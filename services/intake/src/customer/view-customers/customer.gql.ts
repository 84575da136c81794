import { connectionType, DateTimeScalar, Node, toGlobalId } from '@redress/graphql-runtime';
import type { Channel as ChannelName } from '@redress/contracts';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Channel } from '../../complaint/vocabulary.gql';
import { CUSTOMER_KINDS, type CustomerKind as KindName, type Identity } from '../model/customer.model';

const KIND_TEXTS: Record<KindName, string> = {
  CONSUMER: 'A person who buys for themself.',
  AGENT: 'An agent of the organisation.',
  FRANCHISEE: 'A franchisee.',
  RETAILER: 'A retailer.',
  CORPORATE_BUYER: 'A company that buys.',
  MEMBER: 'A member of a club or scheme.',
  POLICYHOLDER: 'The holder of an insurance policy.',
  EMPLOYEE: 'An employee of the organisation.',
  GROUP: 'Several people together.',
  AUTHORITY: 'An authority.',
};

/** The GraphQL enum `CustomerKind`. */
export const CustomerKind = Object.fromEntries(CUSTOMER_KINDS.map((kind) => [kind, kind])) as {
  readonly [Kind in KindName]: Kind;
};
registerEnumType(CustomerKind, {
  name: 'CustomerKind',
  description: 'What kind of person or body complains.',
  valuesConfig: Object.fromEntries(CUSTOMER_KINDS.map((kind) => [kind, { description: KIND_TEXTS[kind] }])),
});

/** The GraphQL type `Customer`. */
@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'A complainant in the customer file.' })
export class Customer extends Node {
  @Field(() => CustomerKind, { description: 'What kind of person or body it is.' })
  kind!: KindName;

  @Field(() => String, { nullable: true, description: 'Name; null for a nameless customer, or when it was erased.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone number.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'Postal address.' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: "The organisation's own customer number." })
  externalRef!: string | null;

  @Field(() => String, { nullable: true, description: 'Preferred language as BCP 47 tag, for example `zh-CN`.' })
  preferredLanguage!: string | null;

  @Field(() => Channel, { nullable: true, description: 'How the customer likes to be reached; null when not known.' })
  preferredChannel!: ChannelName | null;

  @Field(() => String, { nullable: true, description: 'Segment of customers, as the organisation names it.' })
  segment!: string | null;

  @Field(() => Int, { description: 'How often the file was changed, from 1; a change may name the one it saw.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When the customer was entered into the file.' })
  registeredAt!: Date;
}

/** The GraphQL type `CustomerConnection`. */
export const CustomerConnection = connectionType(Customer);

/** A customer as it is read, with their personal data opened. */
export interface OpenedCustomer {
  readonly id: string;
  readonly kind: KindName;
  readonly preferredLanguage: string | null;
  readonly preferredChannel: ChannelName | null;
  readonly segment: string | null;
  readonly version: number;
  readonly registeredAt: Date;
  readonly identity: Identity;
}

/** The GraphQL form of a customer. */
export function toCustomer({ id, identity, ...customer }: OpenedCustomer): Customer {
  return {
    id: toGlobalId('Customer', id),
    kind: customer.kind,
    name: identity.name ?? null,
    email: identity.email ?? null,
    phone: identity.phone ?? null,
    address: identity.address ?? null,
    externalRef: identity.externalRef ?? null,
    preferredLanguage: customer.preferredLanguage,
    preferredChannel: customer.preferredChannel,
    segment: customer.segment,
    version: customer.version,
    registeredAt: customer.registeredAt,
  };
}
