import {
  Combinable,
  connectionType,
  ConnectionArgs,
  DateTimeFilter,
  DateTimeScalar,
  enumFilter,
  type EnumFilter,
} from '@redress/graphql-runtime';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { QUARANTINE_STATES, type QuarantineState } from '../model/quarantined-mail.model';

/** The GraphQL enum `QuarantinedMailState`. */
export const QuarantinedMailState = Object.fromEntries(QUARANTINE_STATES.map((state) => [state, state])) as {
  readonly [State in QuarantineState]: State;
};
registerEnumType(QuarantinedMailState, {
  name: 'QuarantinedMailState',
  description: 'What became of a mail that was set aside.',
  valuesConfig: {
    WAITING: { description: 'It waits for a person to decide.' },
    AGAIN: { description: 'It is tried again when its mailbox is looked into next.' },
    TAKEN_IN: { description: 'It was taken in after all; its copy is gone.' },
    DISMISSED: { description: 'A person decided that it is not to be taken in; it can still be tried again.' },
    ERASED: { description: 'Whoever wrote it was erased, and its copy with them.' },
  },
});

/** The GraphQL type `QuarantinedMail`. */
@ObjectType({ description: 'An e-mail that was set aside because taking it in failed again and again.' })
export class QuarantinedMail {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => Int, { description: 'To be given back with a decision.' })
  version!: number;

  @Field(() => String, { description: 'Id of the mailbox that it came into.' })
  mailbox!: string;

  @Field(() => QuarantinedMailState, { description: 'What became of it.' })
  state!: QuarantineState;

  @Field(() => DateTimeScalar, { description: 'When the mail server took it.' })
  receivedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was set aside.' })
  quarantinedAt!: Date;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => String, {
    description:
      'The kind of the last failure; PROCESS_ENDED where no attempt came to an end, MAIL_GONE where it lies nowhere any more.',
  })
  error!: string;

  @Field(() => Int, { description: 'How long it is, in bytes.' })
  sizeBytes!: number;

  @Field(() => Boolean, {
    description: 'Whether a copy of it is kept here; otherwise it lies in its mailbox only, or was taken in.',
  })
  kept!: boolean;

  @Field(() => String, { nullable: true, description: 'The address that it came from, where its headers tell.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'Its subject, where its headers tell.' })
  subject!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a person decided of it last.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who did: the subject of a token.' })
  decidedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was dismissed.' })
  reason!: string | null;
}

/** The GraphQL type `QuarantinedMailConnection`. */
export const QuarantinedMailConnection = connectionType(QuarantinedMail);

const StateFilter = enumFilter(QuarantinedMailState, 'QuarantinedMailState');

/** GraphQL input `QuarantinedMailWhereInput`. */
@Combinable()
@InputType({ description: 'Which mails. All given members must hold.' })
export class QuarantinedMailWhereInput {
  AND?: QuarantinedMailWhereInput[];
  OR?: QuarantinedMailWhereInput[];
  NOT?: QuarantinedMailWhereInput;

  @Field(() => StateFilter, { nullable: true, description: 'What became of it.' })
  state?: EnumFilter<QuarantineState>;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When the mail server took it.' })
  receivedAt?: DateTimeFilter;
}

/** Arguments of `quarantinedMails`. */
@ArgsType()
export class QuarantinedMailsArgs extends ConnectionArgs {
  @Field(() => QuarantinedMailWhereInput, { nullable: true, description: 'Which mails; all unless told.' })
  where?: QuarantinedMailWhereInput;
}
