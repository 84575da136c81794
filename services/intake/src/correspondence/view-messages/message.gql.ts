import type { Channel as ChannelName } from '@redress/contracts';
import { connectionType, DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Channel } from '../../complaint/vocabulary.gql';
import type { LetterMedium as MediumName } from '../model/letter.model';
import { LetterMedium } from '../view-letters/letter.gql';

/** The GraphQL type `Correspondence`. */
@ObjectType({ description: 'A message that came in on a complaint which was registered already.' })
export class Correspondence {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => LetterMedium, { description: 'How it came.' })
  medium!: MediumName;

  @Field(() => Boolean, { description: 'Whether it came from an address of the complainant.' })
  fromComplainant!: boolean;

  @Field(() => String, { nullable: true, description: 'The address that it came from.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'Its subject.' })
  subject!: string | null;

  @Field(() => String, { nullable: true, description: 'What it says; null when it was erased.' })
  text!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it came.' })
  receivedAt!: Date;
}

/** The GraphQL type `UnroutedMessage`. */
@ObjectType({ description: 'A message that could not be registered by itself and waits for a person.' })
export class UnroutedMessage {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => Int, { description: 'To be given back when it is registered.' })
  version!: number;

  @Field(() => String, { description: 'What took it in, for example `mailbox:support`.' })
  source!: string;

  @Field(() => Channel, { description: 'The way by which it came.' })
  channel!: ChannelName;

  @Field(() => String, {
    description: 'Why it waits: TOO_LARGE, UNREADABLE, or the code with which its registration was refused.',
  })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it came.' })
  receivedAt!: Date;

  @Field(() => String, { nullable: true, description: 'The address that it came from.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'Its subject.' })
  subject!: string | null;

  @Field(() => String, { description: 'What it says.' })
  text!: string;

  @Field(() => [String], { description: 'Names of the files with it.' })
  fileNames!: string[];

  @Field(() => Int, { description: 'How many files with it could not be taken.' })
  refusedFiles!: number;
}

/** The GraphQL type `UnroutedMessageConnection`. */
export const UnroutedMessageConnection = connectionType(UnroutedMessage);
