import {
  CHANNELS,
  REMEDY_KINDS,
  type Channel as ChannelName,
  type RemedyKind as RemedyKindName,
} from '@redress/contracts';
import { Directive, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

const CHANNEL_TEXTS: Record<ChannelName, string> = {
  PHONE: 'A telephone call, usually to a hotline.',
  LETTER: 'A letter by post.',
  EMAIL: 'An e-mail.',
  VISIT: 'A visit to an office or counter.',
  STORE: 'A store or sales counter.',
  WEB_FORM: 'A form on a website.',
  MOBILE_APP: 'A mobile app.',
  SOCIAL_MEDIA: 'Social media, WeChat among them.',
  SMS: 'A text message.',
  FAX: 'A fax.',
  CHAT: 'An online chat.',
  LETTERBOX: 'A complaints letterbox on the premises.',
  SALES_STAFF: 'Sales staff on behalf of the customer.',
  REFERRAL: 'Referred by an authority or another body.',
  INTERNAL: 'Found within the organisation.',
};

const REMEDY_TEXTS: Record<RemedyKindName, string> = {
  REFUND: 'The price paid back, in whole or in part.',
  PRICE_REDUCTION: 'A lower price for what was delivered.',
  ALLOWANCE: 'A credit granted on goods that the customer keeps.',
  RETURN: 'Goods taken back against repayment.',
  EXCHANGE: 'Goods exchanged for others.',
  REPAIR: 'Goods repaired or a service done again.',
  COMPENSATION: 'Compensation for a loss.',
  GOODWILL: 'A gesture without an obligation.',
  APOLOGY: 'An apology.',
  SERVICE_IMPROVEMENT: 'A change in how the organisation works.',
  AGREEMENT_SURRENDER: 'A policy is surrendered by agreement (协议退保).',
};

/** The GraphQL enum `Channel`. */
export const Channel = namesOf(CHANNELS);
registerEnumType(Channel, {
  name: 'Channel',
  description: 'The way by which a complaint came in.',
  valuesConfig: textsOf(CHANNEL_TEXTS),
});

/** The GraphQL enum `RemedyKind`. */
export const RemedyKind = namesOf(REMEDY_KINDS);
registerEnumType(RemedyKind, {
  name: 'RemedyKind',
  description: 'What a complainant may ask for, and what a resolution may give.',
  valuesConfig: textsOf(REMEDY_TEXTS),
});

/** Shared GraphQL type `OrderLine`. */
@Directive('@shareable')
@ObjectType({ description: "A line of an order, as the organisation's own documents name it." })
export class OrderLine {
  @Field(() => String, { description: 'Number of the order, for example `SO-1001`.' })
  orderNumber!: string;

  @Field(() => Int, { description: 'Number of the line within the order, from 1.' })
  lineNumber!: number;
}

/** GraphQL input `OrderLineInput`. */
@InputType({ description: "A line of an order, as the organisation's own documents name it." })
export class OrderLineInput {
  @Field(() => String, { description: 'Number of the order, for example `SO-1001`; 64 characters at most.' })
  orderNumber!: string;

  @Field(() => Int, { description: 'Number of the line within the order, from 1.' })
  lineNumber!: number;
}

function namesOf<Name extends string>(names: readonly Name[]): { readonly [Key in Name]: Key } {
  return Object.fromEntries(names.map((name) => [name, name])) as { [Key in Name]: Key };
}

function textsOf<Name extends string>(texts: Record<Name, string>): Record<Name, { description: string }> {
  return Object.fromEntries(
    Object.entries<string>(texts).map(([name, description]) => [name, { description }]),
  ) as Record<Name, { description: string }>;
}
