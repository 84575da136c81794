import { DateTimeScalar, UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

@InputType({ description: 'A file by which a settlement is to be proven.' })
export class AddEvidenceInput {
  @Field(() => String, {
    description: 'Made by the client; a repeated call is answered as the first. 1 to 128 characters.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The settlement.' })
  settlementId!: string;

  @Field(() => String, {
    description: 'What it is: a code of `Settlement.evidence.required`, or `supporting` for anything else.',
  })
  kind!: string;

  @Field(() => String, { description: 'Name of the file, without a path; 255 characters at most.' })
  fileName!: string;

  @Field(() => String, { description: 'Media type; what is sent is checked against it.' })
  mediaType!: string;

  @Field(() => Int, { description: 'Size in bytes, 20 MiB at most; what is sent must have exactly this size.' })
  sizeBytes!: number;

  @Field(() => String, { nullable: true, description: 'What is to be said of it; 500 characters at most.' })
  note?: string;
}

@ObjectType({ description: 'Leave to send one file of evidence, once.' })
export class EvidenceTicket {
  @Field(() => String, { description: 'Where to send the content with `PUT`; the address itself is the authority.' })
  url!: string;

  @Field(() => DateTimeScalar, { description: 'Until when it is good.' })
  expiresAt!: Date;

  @Field(() => ID, { description: 'Id that the evidence has.' })
  evidenceId!: string;
}

@ObjectType({ description: 'What came of `addEvidence`.' })
export class AddEvidencePayload {
  @Field(() => EvidenceTicket, { nullable: true, description: 'The ticket; null when it was refused.' })
  ticket!: EvidenceTicket | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
