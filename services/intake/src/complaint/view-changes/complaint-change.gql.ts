import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, Int, ObjectType } from 'type-graphql';

/** The GraphQL type `ComplaintChange`. */
@ObjectType({ description: 'That something known or judged of a complaint changed.' })
export class ComplaintChange {
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'Who: subject of the token, or `system:intake`.' })
  by!: string;

  @Field(() => Boolean, { description: 'Whether it followed by itself from a rule.' })
  automatic!: boolean;

  @Field(() => String, { description: 'What, for example `itemType`, `assessment.media` or `mergedInto`.' })
  fact!: string;

  @Field(() => String, { nullable: true, description: 'What it was, in words; null for nothing.' })
  old!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is since then; null for nothing.' })
  new!: string | null;

  @Field(() => String, { nullable: true, description: 'The reason that was given, or the rule.' })
  because!: string | null;

  @Field(() => Int, { description: 'The version of the complaint that it made.' })
  version!: number;
}
