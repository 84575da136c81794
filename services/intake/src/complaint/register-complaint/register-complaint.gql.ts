import type {
  Channel as ChannelName,
  ItemType as ItemTypeName,
  RemedyKind as RemedyKindName,
} from '@redress/contracts';
import { DateTimeScalar, MoneyInput, UserError } from '@redress/graphql-runtime';
import type { Label } from '@redress/regulations';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { CustomerKind as KindName } from '../../customer/model/customer.model';
import { CustomerKind } from '../../customer/view-customers/customer.gql';
import { Complaint } from '../view-complaints/complaint.gql';
import { Channel, ItemType, OrderLineInput, RemedyKind } from '../vocabulary.gql';
import { CardFieldInput, ClassificationInput, FactInput } from '../view-matter/matter-input.gql';

/** GraphQL input `CustomerDetailsInput`. */
@InputType({ description: 'A customer who is not in the file yet.' })
export class CustomerDetailsInput {
  @Field(() => String, { description: 'Name; 100 characters at most.' })
  name!: string;

  @Field(() => CustomerKind, { defaultValue: 'CONSUMER', description: 'What kind of person or body it is.' })
  kind!: KindName;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email?: string;

  @Field(() => String, { nullable: true, description: 'Telephone number: digits, spaces, `+`, `-`, `(`, `)` and `.`.' })
  phone?: string;

  @Field(() => String, { nullable: true, description: 'Preferred language as BCP 47 tag, for example `zh-CN`.' })
  preferredLanguage?: string;
}

/** GraphQL input `CustomerReferenceInput`. */
@InputType({
  description:
    'Who complains: `id` alone, or `externalRef`, `details` or both. With both, a customer whose external reference is ' +
    'not known yet is entered with the details. A customer who complains for themself may leave it out.',
})
export class CustomerReferenceInput {
  @Field(() => ID, { nullable: true, description: 'Global id of a customer in the file.' })
  id?: string;

  @Field(() => String, { nullable: true, description: "The organisation's own customer number." })
  externalRef?: string;

  @Field(() => CustomerDetailsInput, { nullable: true, description: 'A customer who is not in the file yet.' })
  details?: CustomerDetailsInput;
}

/** GraphQL input `DemandInput`. */
@InputType({ description: 'What the complainant asks for.' })
export class DemandInput {
  @Field(() => RemedyKind, { description: 'The kind of remedy.' })
  kind!: RemedyKindName;

  @Field(() => MoneyInput, { nullable: true, description: 'How much, if an amount was named.' })
  amount?: MoneyInput;
}

/** GraphQL input `RegisterComplaintInput`. */
@InputType({ description: 'A complaint as it came in.' })
export class RegisterComplaintInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => Channel, { description: 'The way by which it came in; the regulation in force must name it.' })
  channel!: ChannelName;

  @Field(() => String, {
    nullable: true,
    description:
      'Code of its category, for example `product-quality`. May be left out where a rule of the regulation gives it, or the text makes it clear.',
  })
  categoryCode?: string;

  @Field(() => ItemType, {
    nullable: true,
    description: 'What is brought forward; the regulation must name it. A complaint unless told.',
  })
  itemType?: ItemTypeName;

  @Field(() => String, { nullable: true, description: 'Kind within the type, where the regulation names kinds.' })
  itemKind?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it came in writing, where the channel does not tell; only staff may say so.',
  })
  written?: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'How many complain together; 1 unless told. A customer may say so for a group only.',
  })
  persons?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How often the complainant has brought it forward; only staff may say so. 1 unless told.',
  })
  raised?: number;

  @Field(() => [CardFieldInput], {
    nullable: true,
    description: 'Fields of the record card of the regulation; `complaintForm` tells which it asks for.',
  })
  card?: CardFieldInput[];

  @Field(() => [FactInput], {
    nullable: true,
    description:
      'What is judged of it beside its card, by the facts that the regulation declares; only staff may say so.',
  })
  assessment?: FactInput[];

  @Field(() => [ClassificationInput], {
    nullable: true,
    description: 'Values on axes other than the category; only staff may say so.',
  })
  classification?: ClassificationInput[];

  @Field(() => CustomerReferenceInput, {
    nullable: true,
    description: 'Who complains; only customers may leave it out.',
  })
  customer?: CustomerReferenceInput;

  @Field(() => String, { description: 'The complaint in the words in which it came; 30,000 characters at most.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The product or service that it is about; 200 characters at most.',
  })
  product?: string;

  @Field(() => String, { nullable: true, description: 'The region that it comes from; 64 characters at most.' })
  region?: string;

  @Field(() => OrderLineInput, { nullable: true, description: 'The line of the order that it disputes.' })
  orderLine?: OrderLineInput;

  @Field(() => DemandInput, { nullable: true, description: 'What the complainant asks for.' })
  demand?: DemandInput;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was received, if that was before now; only staff may say so.',
  })
  receivedAt?: Date;
}

/** The GraphQL type `PromisedDate`; its `label` is resolved apart. */
@ObjectType({ description: 'By when a stage of the handling will be finished.' })
export class PromisedDate {
  @Field(() => String, { description: 'Stable name of the stage in its regulation, for example `investigation`.' })
  stage!: string;

  @Field(() => DateTimeScalar, { description: 'The last moment that is still in time.' })
  dueAt!: Date;

  readonly labels!: Label;
}

/** The GraphQL type `Acknowledgement`. */
@ObjectType({ description: 'What the complainant is told on receipt.' })
export class Acknowledgement {
  @Field(() => String, { description: 'The number of the complaint.' })
  number!: string;

  @Field(() => DateTimeScalar, { description: 'When the receipt was acknowledged.' })
  acknowledgedAt!: Date;

  @Field(() => [PromisedDate], {
    description: 'The due dates that count from the receipt, in the order of the stages.',
  })
  dueDates!: PromisedDate[];
}

/** The GraphQL type `RegisterComplaintPayload`. */
@ObjectType({ description: 'The answer to `registerComplaint`.' })
export class RegisterComplaintPayload {
  @Field(() => Complaint, { nullable: true, description: 'The complaint; null when it was refused.' })
  complaint!: Complaint | null;

  @Field(() => Acknowledgement, {
    nullable: true,
    description: 'What the complainant is told; null when it was refused.',
  })
  acknowledgement!: Acknowledgement | null;

  @Field(() => Boolean, { description: 'Whether this answers a repeated call with the same idempotency key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
