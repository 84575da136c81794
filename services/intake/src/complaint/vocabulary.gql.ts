import {
  CHANNELS,
  ITEM_TYPES,
  REMEDY_KINDS,
  type Channel as ChannelName,
  type ItemType as ItemTypeName,
  type RemedyKind as RemedyKindName,
} from '@redress/contracts';
import { PRIORITIES, type Priority as PriorityName } from './model/matter.model';
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
  STORE_CREDIT: 'A voucher or credit to be spent at the organisation.',
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

const ITEM_TYPE_TEXTS: Record<ItemTypeName, string> = {
  COMPLAINT: 'A complaint (投诉), which has to be decided.',
  GRIEVANCE: 'A grievance (信访, 诉求) that may become a complaint.',
  ENQUIRY: 'An enquiry (咨询).',
  SUGGESTION: 'A suggestion (建议).',
  FEEDBACK: 'Feedback (意见反馈).',
  DEMAND: 'A demand for help (求助).',
  ANOMALY: 'An anomaly without loss (异常).',
  ISSUE: 'An issue found within the organisation (问题).',
};

const PRIORITY_TEXTS: Record<PriorityName, string> = {
  NORMAL: 'In its turn.',
  HIGH: 'Before others: its level takes the fast lane.',
  URGENT: 'At once: its level calls the emergency team.',
};

/** The GraphQL enum `ItemType`. */
export const ItemType = namesOf(ITEM_TYPES);
registerEnumType(ItemType, {
  name: 'ItemType',
  description: 'What is brought forward.',
  valuesConfig: textsOf(ITEM_TYPE_TEXTS),
});

/** The GraphQL enum `Priority`. */
export const Priority = namesOf(PRIORITIES);
registerEnumType(Priority, {
  name: 'ComplaintPriority',
  description: 'In what order complaints are taken up.',
  valuesConfig: textsOf(PRIORITY_TEXTS),
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
