import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';

/** The GraphQL type `Attachment`; its `downloadUrl` is resolved apart. */
@ObjectType({ description: 'A file that belongs to a complaint: a photo, a video, the original letter (IN-16).' })
export class Attachment {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: 'The name that the file came with.' })
  fileName!: string;

  @Field(() => String, { description: 'Media type, for example `image/jpeg`.' })
  mediaType!: string;

  @Field(() => Int, { description: 'Size in bytes.' })
  sizeBytes!: number;

  @Field(() => String, { description: 'SHA-256 of the content, in hexadecimal.' })
  sha256!: string;

  @Field(() => DateTimeScalar, { description: 'When it was added.' })
  addedAt!: Date;

  readonly uuid!: string;
}
