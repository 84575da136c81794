import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type {
  CallDirection as Direction,
  CallOutcome as Outcome,
  ConfirmationKind as Kind,
} from '../model/telephone.model';

/** The GraphQL enum `CallDirection`. */
export const CallDirection: { readonly [Name in Direction]: Name } = { INBOUND: 'INBOUND', OUTBOUND: 'OUTBOUND' };
registerEnumType(CallDirection, {
  name: 'CallDirection',
  description: 'Who called whom.',
  valuesConfig: {
    INBOUND: { description: 'Somebody called the organisation.' },
    OUTBOUND: { description: 'The organisation called.' },
  },
});

/** The GraphQL enum `CallOutcome`. */
export const CallOutcome: { readonly [Name in Outcome]: Name } = {
  ANSWERED: 'ANSWERED',
  MISSED: 'MISSED',
  ABANDONED: 'ABANDONED',
};
registerEnumType(CallOutcome, {
  name: 'CallOutcome',
  description: 'What became of a call.',
  valuesConfig: {
    ANSWERED: { description: 'It was answered.' },
    MISSED: { description: 'Nobody answered.' },
    ABANDONED: { description: 'The caller hung up before anybody answered.' },
  },
});

/** The GraphQL enum `ConfirmationKind`. */
export const ConfirmationKind: { readonly [Name in Kind]: Name } = { CALL_BACK: 'CALL_BACK', READ_BACK: 'READ_BACK' };
registerEnumType(ConfirmationKind, {
  name: 'ConfirmationKind',
  description: 'How a complainant confirmed what was understood.',
  valuesConfig: {
    CALL_BACK: { description: 'They were called back (回访确认).' },
    READ_BACK: { description: 'It was repeated to them (复述).' },
  },
});

/** The GraphQL type `PhoneCall`. */
@ObjectType('PhoneCall', { description: 'A call about a complaint.' })
export class PhoneCallObject {
  @Field(() => CallDirection, { description: 'Who called whom.' })
  direction!: Direction;

  @Field(() => CallOutcome, { description: 'What became of it.' })
  outcome!: Outcome;

  @Field(() => DateTimeScalar, { description: 'When it began to ring.' })
  rangAt!: Date;

  @Field(() => Int, { nullable: true, description: 'How often it rang.' })
  rings!: number | null;

  @Field(() => Int, { nullable: true, description: 'Rings within which the regulation wants it answered.' })
  ringsAllowed!: number | null;

  @Field(() => Boolean, { description: 'Whether it was answered later than the regulation allows, or not at all.' })
  late!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered.' })
  answeredAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null;

  @Field(() => String, { description: 'Subject of the member of staff who recorded it.' })
  recordedBy!: string;
}

/** The GraphQL type `ComplaintConfirmation`. */
@ObjectType('ComplaintConfirmation', {
  description: 'What a complainant said to what was understood of their complaint.',
})
export class ComplaintConfirmationObject {
  @Field(() => ConfirmationKind, { description: 'How they were asked.' })
  kind!: Kind;

  @Field(() => Boolean, { description: 'Whether it was understood rightly.' })
  confirmed!: boolean;

  @Field(() => String, { nullable: true, description: 'What they put right.' })
  corrections!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  confirmedAt!: Date;

  @Field(() => String, { description: 'Subject of the member of staff who asked.' })
  recordedBy!: string;
}
