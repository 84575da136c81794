import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type {
  LegalStepKind as StepKind,
  ProceedingKind as Kind,
  ProceedingOutcome as Ending,
} from '../model/outside.model';
import { LegalStepKind, ProceedingKind, ProceedingOutcome } from '../record-outside/record-outside.gql';

@ObjectType({ description: 'A legal step. Not shown to the complainant.' })
export class LegalStep {
  @Field(() => ID, { description: 'Id of the step within its case.' })
  id!: string;

  @Field(() => LegalStepKind, { description: 'Which.' })
  kind!: StepKind;

  @Field(() => String, { description: 'What was, or is to be, done.' })
  description!: string;

  @Field(() => String, { nullable: true, description: 'Reference, for example of the court.' })
  reference!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'By when something has to be done.' })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;

  @Field(() => String, { description: 'Subject of who recorded it.' })
  recordedBy!: string;
}

@ObjectType({ description: 'A proceeding before a body outside the organisation. Not shown to the complainant.' })
export class ExternalProceeding {
  @Field(() => ID, { description: 'Id of the proceeding within its case.' })
  id!: string;

  @Field(() => String, { description: 'Code of the body.' })
  body!: string;

  @Field(() => ProceedingKind, { description: 'How it came there.' })
  kind!: Kind;

  @Field(() => String, { nullable: true, description: 'Reference of the body.' })
  reference!: string | null;

  @Field(() => Int, { description: 'In which round of handling.' })
  round!: number;

  @Field(() => DateTimeScalar, { description: 'When it came there.' })
  openedOn!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'By when the organisation has to answer there.' })
  dueAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What the organisation contributes.' })
  cooperation!: string | null;

  @Field(() => ProceedingOutcome, { nullable: true, description: 'What it came to; null while it runs.' })
  outcome!: Ending | null;

  @Field(() => String, { nullable: true, description: 'What it said.' })
  outcomeNote!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null;
}
