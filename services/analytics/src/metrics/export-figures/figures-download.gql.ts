import { DateTimeScalar, UserError } from '@redress/graphql-runtime';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { MetricsQueryInput } from '../metrics-query.gql';
import { AsOf } from '../metrics.gql';
import { FiguresFormatEnum } from './figures-format.gql';
import type { FiguresFormat } from './figures-format.model';

@InputType({ description: 'Which figures, and as what file.' })
export class PrepareFiguresDownloadInput {
  @Field(() => String, { description: 'Made by the client; the same key prepares once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => MetricsQueryInput, {
    description: 'The question; with the `asOf` of what is on the screen the file has the same figures.',
  })
  query!: MetricsQueryInput;

  @Field(() => FiguresFormatEnum, { description: 'The format.' })
  format!: FiguresFormat;
}

@ObjectType({ description: 'A file of figures that can be fetched for ten minutes.' })
export class FiguresDownload {
  @Field(() => String, {
    description:
      'Where to fetch it, without a token: the address is the authority, for this file alone. Keep it as secret as the figures.',
  })
  url!: string;

  @Field(() => FiguresFormatEnum, { description: 'Its format.' })
  format!: FiguresFormat;

  @Field(() => Int, { description: 'How many bytes it has.' })
  sizeBytes!: number;

  @Field(() => String, { description: 'SHA-256 of its bytes, in hexadecimal digits.' })
  sha256!: string;

  @Field(() => AsOf, { description: 'What the figures take into account.' })
  asOf!: AsOf;

  @Field(() => DateTimeScalar, { description: 'From when on it can no longer be fetched.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'What came of preparing a download.' })
export class FiguresDownloadPayload {
  @Field(() => FiguresDownload, { nullable: true, description: 'The download; null when it was refused.' })
  figuresDownload!: FiguresDownload | null;

  @Field(() => Boolean, { description: 'Whether this is the answer of an earlier call with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
