import type { Channel as ChannelName } from '@redress/contracts';
import { DateTimeScalar, UserError } from '@redress/graphql-runtime';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CustomerDetailsInput } from '../register-complaint/register-complaint.gql';
import { Channel } from '../vocabulary.gql';
import type { RowResult } from './import-complaints.handler';

/** GraphQL input `ImportCustomerInput`. */
@InputType({ description: 'Who complained. With both members, a customer who is not known yet is entered.' })
export class ImportCustomerInput {
  @Field(() => String, { nullable: true, description: "The organisation's own customer number." })
  externalRef?: string;

  @Field(() => CustomerDetailsInput, { nullable: true, description: 'Who it is.' })
  details?: CustomerDetailsInput;
}

/** GraphQL input `ImportHistoryInput`. */
@InputType({ description: 'What is known of the handling before; nothing in it may come before the receipt.' })
export class ImportHistoryInput {
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the receipt was acknowledged.' })
  acknowledgedAt?: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the complainant was first answered.' })
  firstReplyAt?: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed; its case is then closed, too.' })
  closedAt?: Date;

  @Field(() => String, {
    nullable: true,
    description: 'The outcome in the words of the source; 200 characters at most.',
  })
  outcome?: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether the answer came in time.' })
  timely?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether the complainant disputed the answer.' })
  disputed?: boolean;
}

/** GraphQL input `ImportComplaintRow`. */
@InputType({ description: 'One complaint that is taken over.' })
export class ImportComplaintRow {
  @Field(() => String, { description: 'Its id at the source: 1 to 40 letters, digits and `_ - . /`.' })
  externalId!: string;

  @Field(() => DateTimeScalar, { description: 'When it was received.' })
  receivedAt!: Date;

  @Field(() => Channel, { description: 'The way by which it came in.' })
  channel!: ChannelName;

  @Field(() => String, { description: 'Code or label of its category; one that is not known yet is entered.' })
  category!: string;

  @Field(() => String, { nullable: true, description: 'The product or service that it is about.' })
  product?: string;

  @Field(() => String, { nullable: true, description: 'The region that it comes from.' })
  region?: string;

  @Field(() => String, { nullable: true, description: 'The complaint in the words in which it came.' })
  text?: string;

  @Field(() => ImportCustomerInput, {
    nullable: true,
    description: 'Who complained; the nameless customer of the source unless told.',
  })
  customer?: ImportCustomerInput;

  @Field(() => ImportHistoryInput, {
    nullable: true,
    description: 'Its handling so far. With it, channel and regulation of today do not matter.',
  })
  history?: ImportHistoryInput;
}

/** GraphQL input `ImportComplaintsInput`. */
@InputType({ description: 'Complaints of a file or another system.' })
export class ImportComplaintsInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => String, {
    description: 'Short name of where they come from: 2 to 20 lower-case letters and digits. Begins their numbers.',
  })
  source!: string;

  @Field(() => [ImportComplaintRow], { description: 'The rows, 500 at most.' })
  rows!: ImportComplaintRow[];
}

const ImportStatus: { readonly [Name in RowResult['status']]: Name } = {
  CREATED: 'CREATED',
  EXISTED: 'EXISTED',
  REFUSED: 'REFUSED',
};
registerEnumType(ImportStatus, {
  name: 'ImportStatus',
  description: 'What became of a row.',
  valuesConfig: {
    CREATED: { description: 'Its complaint was entered.' },
    EXISTED: { description: 'Its complaint was there already and stays as it was.' },
    REFUSED: { description: 'It was refused; the other rows are not affected.' },
  },
});

/** The GraphQL type `ImportResult`; its `complaint` is resolved apart. */
@ObjectType({ description: 'What became of one row.' })
export class ImportResult {
  @Field(() => Int, { description: 'Place of the row in the input, from 0.' })
  row!: number;

  @Field(() => ImportStatus, { description: 'What became of it.' })
  status!: RowResult['status'];

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];

  readonly complaintUuid!: string | null;
}

/** The GraphQL type `ImportComplaintsPayload`. */
@ObjectType({ description: 'The answer to `importComplaints`.' })
export class ImportComplaintsPayload {
  @Field(() => [ImportResult], { description: 'One result a row, in their order; empty when all of it was refused.' })
  results!: ImportResult[];

  @Field(() => Int, { description: 'How many complaints were entered.' })
  created!: number;

  @Field(() => Int, { description: 'How many were there already.' })
  existed!: number;

  @Field(() => Int, { description: 'How many rows were refused.' })
  refused!: number;

  @Field(() => Boolean, { description: 'Whether this answers a repeated call with the same idempotency key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why all of it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
