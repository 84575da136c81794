import type {
  Channel as ChannelName,
  ItemType as ItemTypeName,
  RemedyKind as RemedyKindName,
} from '@redress/contracts';
import { connectionType, DateTimeScalar, Money, Node, toGlobalId, toMoney } from '@redress/graphql-runtime';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { ComplaintCategory, toComplaintCategory } from '../../category/view-categories/category.gql';
import type { Complaint as ComplaintCard, Demand as DemandValue, History } from '../model/complaint.model';
import type { Judgement, Matter, Priority as PriorityName } from '../model/matter.model';
import { priorityOf } from '../model/matter.model';
import { CustomerKind } from '../../customer/view-customers/customer.gql';
import type { CustomerKind as CustomerKindName } from '../../customer/model/customer.model';
import { Channel, ItemType, OrderLine, Priority, RemedyKind } from '../vocabulary.gql';

/** The GraphQL type `Demand`. */
@ObjectType({ description: 'What the complainant asks for.' })
export class Demand {
  @Field(() => RemedyKind, { description: 'The kind of remedy.' })
  kind!: RemedyKindName;

  @Field(() => Money, { nullable: true, description: 'How much, if it is about money and an amount was named.' })
  amount!: Money | null;
}

/** Shared GraphQL type `RegulationReference`. */
@Directive('@shareable')
@ObjectType({ description: 'A version of a regulation.' })
export class RegulationReference {
  @Field(() => String, { description: 'Name of the regulation, for example `company-24h-3wd-7wd`.' })
  code!: string;

  @Field(() => Int, { description: 'Version of the regulation, from 1.' })
  version!: number;
}

/** The GraphQL type `ExternalReference`. */
@ObjectType({ description: 'Where a complaint was taken over from.' })
export class ExternalReference {
  @Field(() => String, { description: 'Short name of the system or file, for example `cfpb`.' })
  source!: string;

  @Field(() => String, { description: 'Its id there.' })
  id!: string;
}

/** The GraphQL type `ComplaintHistory`. */
@ObjectType({ description: 'What the source of a complaint tells of its handling before it was taken over.' })
export class ComplaintHistory {
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the complainant was first answered.' })
  firstReplyAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed; null while it is open.' })
  closedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The outcome in the words of the source.' })
  outcome!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the answer came in time, as the source says.' })
  timely!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the complainant disputed the answer.' })
  disputed!: boolean | null;
}

/** The GraphQL type `Complaint`; text, customer and attachments are resolved apart. */
@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'A complaint as it was registered (投诉登记).' })
export class Complaint extends Node {
  @Field(() => String, {
    description: 'The number that people see, unique in the organisation, for example `202611-000042`.',
  })
  number!: string;

  @Field(() => Channel, { description: 'The way by which it came in.' })
  channel!: ChannelName;

  @Field(() => ComplaintCategory, { description: 'Its class.' })
  category!: ComplaintCategory;

  @Field(() => String, { nullable: true, description: 'The product or service that it is about.' })
  product!: string | null;

  @Field(() => String, { nullable: true, description: 'The region that it comes from.' })
  region!: string | null;

  @Field(() => OrderLine, { nullable: true, description: 'The line of the order that it disputes.' })
  orderLine!: OrderLine | null;

  @Field(() => Demand, { nullable: true, description: 'What the complainant asks for.' })
  demand!: Demand | null;

  @Field(() => RegulationReference, {
    nullable: true,
    description: 'The regulation that was in force at its receipt and governs it; null for history older than any.',
  })
  regulation!: RegulationReference | null;

  @Field(() => DateTimeScalar, { description: 'When it was received; deadlines count from here.' })
  receivedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was entered into the register.' })
  registeredAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When its receipt was acknowledged to the complainant.' })
  acknowledgedAt!: Date;

  @Field(() => ExternalReference, { nullable: true, description: 'Where it was taken over from, if it was.' })
  external!: ExternalReference | null;

  @Field(() => ComplaintHistory, { nullable: true, description: 'Its handling before it was taken over, if it was.' })
  history!: ComplaintHistory | null;

  @Field(() => ItemType, { description: 'What is brought forward; only a complaint has to be decided.' })
  itemType!: ItemTypeName;

  @Field(() => String, { nullable: true, description: 'Kind within the type, as the regulation names it.' })
  itemKind!: string | null;

  @Field(() => CustomerKind, { description: 'What kind of person or body complains.' })
  complainantKind!: CustomerKindName;

  @Field(() => String, { nullable: true, description: 'Class of the channel, where the regulation classes channels.' })
  channelClass!: string | null;

  @Field(() => Boolean, { description: 'Whether it came in writing.' })
  written!: boolean;

  @Field(() => Int, { description: 'How many complain together.' })
  persons!: number;

  @Field(() => Int, { description: 'How often the complainant has brought it forward.' })
  raised!: number;

  @Field(() => Priority, { description: 'In what order it is taken up, by the level that its regulation gives it.' })
  priority!: PriorityName;

  @Field(() => Boolean, { description: 'Whether it is handled before others.' })
  fastLane!: boolean;

  @Field(() => Boolean, { description: 'Whether the same person complained of the same within the year before.' })
  repeat!: boolean;

  @Field(() => Int, {
    description:
      'Same complaints by different complainants within the month before it, this one included; 1 where its regulation does not ask.',
  })
  sameWithinMonth!: number;

  @Field(() => Int, { description: 'Grows with every change.' })
  version!: number;

  readonly uuid!: string;
  readonly customerUuid!: string;
  readonly matter!: Matter;
  readonly judgement!: Judgement;
  readonly mergedIntoUuid!: string | null;
}

/** The GraphQL type `ComplaintConnection`. */
export const ComplaintConnection = connectionType(Complaint);

/** The GraphQL form of a complaint. */
export function toComplaint(card: ComplaintCard, version: number): Complaint {
  const { product, region, orderLine, demand, regulation, external, history } = card;
  return {
    id: toGlobalId('Complaint', card.id),
    uuid: card.id,
    customerUuid: card.customerId,
    number: card.number,
    channel: card.channel,
    category: toComplaintCategory(card.category),
    product: product ?? null,
    region: region ?? null,
    orderLine: orderLine ?? null,
    demand: demand === undefined ? null : toDemand(demand),
    regulation: regulation === undefined ? null : { code: regulation.id, version: regulation.version },
    receivedAt: card.receivedAt,
    registeredAt: card.registeredAt,
    acknowledgedAt: card.acknowledgedAt,
    external: external ?? null,
    history: history === undefined ? null : toHistory(history),
    itemType: card.matter.itemType,
    itemKind: card.matter.itemKind ?? null,
    complainantKind: card.matter.complainantKind,
    channelClass: card.matter.channelClass ?? null,
    written: card.matter.written,
    persons: card.matter.persons,
    raised: card.matter.raised,
    priority: priorityOf(card.judgement),
    fastLane: priorityOf(card.judgement) !== 'NORMAL',
    repeat: card.matter.repeat,
    sameWithinMonth: card.matter.sameWithinMonth,
    version,
    matter: card.matter,
    judgement: card.judgement,
    mergedIntoUuid: card.mergedInto ?? null,
  };
}

function toDemand({ kind, amount }: DemandValue): Demand {
  return { kind, amount: amount === undefined ? null : toMoney(amount) };
}

function toHistory({ firstReplyAt, closedAt, outcome, timely, disputed }: History): ComplaintHistory {
  return {
    firstReplyAt: firstReplyAt ?? null,
    closedAt: closedAt ?? null,
    outcome: outcome ?? null,
    timely: timely ?? null,
    disputed: disputed ?? null,
  };
}
