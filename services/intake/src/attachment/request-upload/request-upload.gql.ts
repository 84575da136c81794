import { DateTimeScalar, UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

/** GraphQL input `RequestAttachmentUploadInput`. */
@InputType({ description: 'A file that is to be added to a complaint.' })
export class RequestAttachmentUploadInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the complaint.' })
  complaintId!: string;

  @Field(() => String, { description: 'Name of the file, without a path; 255 characters at most.' })
  fileName!: string;

  @Field(() => String, { description: 'Media type; what is sent is checked against it.' })
  mediaType!: string;

  @Field(() => Int, { description: 'Size in bytes, 20 MiB at most; what is sent must have exactly this size.' })
  sizeBytes!: number;
}

/** The GraphQL type `UploadTicket`. */
@ObjectType({ description: 'Leave to send one file, once.' })
export class UploadTicket {
  @Field(() => String, { description: 'Where to send the content with `PUT`; the address itself is the authority.' })
  url!: string;

  @Field(() => DateTimeScalar, { description: 'Until when it is good.' })
  expiresAt!: Date;

  @Field(() => ID, { description: 'Global id that the attachment will have.' })
  attachmentId!: string;
}

/** The GraphQL type `RequestAttachmentUploadPayload`. */
@ObjectType({ description: 'The answer to `requestAttachmentUpload`.' })
export class RequestAttachmentUploadPayload {
  @Field(() => UploadTicket, { nullable: true, description: 'The ticket; null when it was refused.' })
  ticket!: UploadTicket | null;

  @Field(() => Boolean, { description: 'Whether this answers a repeated call with the same idempotency key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
