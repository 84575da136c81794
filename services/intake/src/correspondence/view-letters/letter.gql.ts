import {
  Combinable,
  connectionType,
  ConnectionArgs,
  DateTimeFilter,
  DateTimeScalar,
  enumFilter,
  IdFilter,
  type EnumFilter,
} from '@redress/graphql-runtime';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  LETTER_LANGUAGES,
  LETTER_MEDIA,
  LETTER_PURPOSES,
  LETTER_STATES,
  type LetterMedium as MediumName,
  type LetterPurpose as PurposeName,
  type LetterState as StateName,
} from '../model/letter.model';

const same = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { readonly [Key in Name]: Key };

/** The GraphQL enum `LetterPurpose`. */
export const LetterPurpose = same(LETTER_PURPOSES);
registerEnumType(LetterPurpose, {
  name: 'LetterPurpose',
  description: 'What a letter to a complainant is for.',
  valuesConfig: {
    ACKNOWLEDGEMENT: { description: 'Their complaint has come in.' },
    HANDLER_NAMED: { description: 'Who handles it.' },
    PROGRESS: { description: 'How far it has come.' },
    EXTENSION: { description: 'It takes longer than they were told.' },
    DECISION: { description: 'What was decided.' },
    ANSWER: { description: 'The answer to something that is no complaint.' },
    REFUSAL_OF_ACCEPTANCE: { description: 'It is not taken on, and why.' },
    FORWARDED: { description: 'It was passed on to those whose matter it is.' },
    FOLLOW_UP: { description: 'Whether they are satisfied.' },
  },
});

/** The GraphQL enum `LetterState`. */
export const LetterState = same(LETTER_STATES);
registerEnumType(LetterState, {
  name: 'LetterState',
  description: 'How far a letter has come.',
  valuesConfig: {
    QUEUED: { description: 'It waits; also for a mail server to be set up.' },
    SENDING: { description: 'It is being sent.' },
    SENT: { description: 'A carrier took it.' },
    FAILED: { description: 'An attempt failed; another will be made.' },
    GIVEN_UP: { description: 'It could not be delivered, or came back.' },
  },
});

/** The GraphQL enum `LetterMedium`. */
export const LetterMedium = same(LETTER_MEDIA);
registerEnumType(LetterMedium, {
  name: 'LetterMedium',
  description: 'How a letter travels.',
  valuesConfig: {
    EMAIL: { description: 'By e-mail.' },
    SMS: { description: 'As a text message.' },
    CHAT: { description: 'Over a chat or a social network.' },
  },
});

/** The GraphQL enum `LetterLanguage`; its values are those of the data with an underscore. */
export const LetterLanguage = { ZH_CN: LETTER_LANGUAGES[0], EN: LETTER_LANGUAGES[1] } as const;
registerEnumType(LetterLanguage, {
  name: 'LetterLanguage',
  description: 'Languages in which letters are written.',
  valuesConfig: { ZH_CN: { description: 'Simplified Chinese.' }, EN: { description: 'English.' } },
});

/** The GraphQL type `LetterAttempt`. */
@ObjectType({ description: 'One attempt to deliver a letter.' })
export class LetterAttempt {
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Why it failed, as a code; null when it did not.' })
  error!: string | null;
}

/** The GraphQL type `Letter`; its `attempts` are resolved apart. */
@ObjectType({ description: 'A letter to a complainant: what it is for, where it goes, and how far it has come.' })
export class Letter {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => Int, { description: 'Grows with every change; to be given back when it is changed.' })
  version!: number;

  @Field(() => LetterPurpose, { description: 'What it is for.' })
  purpose!: PurposeName;

  @Field(() => LetterLanguage, { description: 'In which language it is written.' })
  language!: string;

  @Field(() => LetterMedium, { description: 'How it travels.' })
  medium!: MediumName;

  @Field(() => String, { nullable: true, description: 'Its address, masked; null when none is known any more.' })
  to!: string | null;

  @Field(() => LetterState, { description: 'How far it has come.' })
  state!: StateName;

  @Field(() => String, { nullable: true, description: 'Why the last attempt failed, as a code.' })
  error!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Field(() => String, { description: 'Who asked for it: the subject of a token, or `system:intake`.' })
  requestedBy!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a carrier took it.' })
  sentAt!: Date | null;

  readonly uuid!: string;
  readonly complaintUuid!: string;
}

/** The GraphQL type `LetterConnection`. */
export const LetterConnection = connectionType(Letter);

const StateFilter = enumFilter(LetterState, 'LetterState');
const PurposeFilter = enumFilter(LetterPurpose, 'LetterPurpose');

/** GraphQL input `LetterWhereInput`. */
@Combinable()
@InputType({ description: 'Which letters. All given members must hold.' })
export class LetterWhereInput {
  AND?: LetterWhereInput[];
  OR?: LetterWhereInput[];
  NOT?: LetterWhereInput;

  @Field(() => StateFilter, { nullable: true, description: 'How far it has come.' })
  state?: EnumFilter<StateName>;

  @Field(() => PurposeFilter, { nullable: true, description: 'What it is for.' })
  purpose?: EnumFilter<PurposeName>;

  @Field(() => IdFilter, { nullable: true, description: 'The complaint that it is about.' })
  complaint?: IdFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When it was asked for.' })
  requestedAt?: DateTimeFilter;
}

/** Arguments of `letters`. */
@ArgsType()
export class LettersArgs extends ConnectionArgs {
  @Field(() => LetterWhereInput, { nullable: true, description: 'Which letters; all unless told.' })
  where?: LetterWhereInput;
}
