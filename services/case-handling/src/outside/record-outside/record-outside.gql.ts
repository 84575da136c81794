import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { CaseInput, casePayload } from '../../complaint-case/case-command/case-payload.gql';
import type {
  LegalStepKind as StepKind,
  ProceedingKind as Kind,
  ProceedingOutcome as Ending,
} from '../model/outside.model';

function enumOf<Name extends string>(name: string, description: string, values: Readonly<Record<Name, string>>) {
  const names = Object.fromEntries(Object.keys(values).map((each) => [each, each])) as Record<Name, Name>;
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(values).map(([value, text]) => [value, { description: text }]),
  ) as Record<Name, { description: string }>;
  registerEnumType(names, { name, description, valuesConfig });
  return names;
}

export const LegalStepKind = enumOf<StepKind>('LegalStepKind', 'A step of, or towards, the law.', {
  REFERRAL: 'The case was referred to legal; recorded by `referToLegal`.',
  ADVICE: 'Legal gave its advice.',
  LETTER: 'A letter of a lawyer.',
  LAWSUIT: 'An action before a court.',
  POLICE_REPORT: 'A report to the police.',
  OTHER: 'Something else; see the description.',
});
export const ProceedingKind = enumOf<Kind>('ProceedingKind', 'How a case came before a body outside.', {
  REFERRED_BY_COMPLAINANT: 'The complainant went there.',
  REFERRED_TO_US: 'The body referred it to the organisation.',
  REPORTED_BY_US: 'The organisation reported it.',
  MEDIA: 'The media took it up.',
});
export const ProceedingOutcome = enumOf<Ending>('ProceedingOutcome', 'What a body outside came to.', {
  UPHELD: 'The decision of the organisation stands.',
  CHANGED: 'The decision does not stand; the case is decided anew.',
  SETTLED: 'Both sides agreed there.',
  WITHDRAWN: 'It was withdrawn.',
  DISMISSED: 'The body did not deal with it.',
});

@InputType({ description: 'A case to refer to legal.' })
export class ReferToLegalInput extends CaseInput {
  @Field(() => String, { description: 'Why, and what is asked; 16,000 characters at most.' })
  reason!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'By when an answer is needed.' })
  dueAt?: Date;
}
export const ReferToLegalPayload = casePayload('ReferToLegal');

@InputType({ description: 'A legal step that was taken, or is to be.' })
export class RecordLegalStepInput extends CaseInput {
  @Field(() => LegalStepKind, { description: 'Which; not REFERRAL.' })
  kind!: StepKind;

  @Field(() => String, { description: 'What was, or is to be, done; 16,000 characters at most.' })
  description!: string;

  @Field(() => String, { nullable: true, description: 'Reference, for example of the court.' })
  reference?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'By when something has to be done.' })
  dueAt?: Date;
}
export const RecordLegalStepPayload = casePayload('RecordLegalStep');

@InputType({ description: 'That the case is before a body outside the organisation.' })
export class RecordExternalProceedingInput extends CaseInput {
  @Field(() => String, { description: 'Code of the body, one that the regulation names.' })
  body!: string;

  @Field(() => ProceedingKind, { description: 'How it came there.' })
  kind!: Kind;

  @Field(() => String, { nullable: true, description: 'Reference of the body.' })
  reference?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it came there; now, unless told.' })
  openedOn?: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'By when the organisation has to answer there.' })
  dueAt?: Date;

  @Field(() => String, { nullable: true, description: 'What the organisation contributes.' })
  cooperation?: string;
}
export const RecordExternalProceedingPayload = casePayload('RecordExternalProceeding');

@InputType({ description: 'What a body outside came to.' })
export class RecordExternalOutcomeInput extends CaseInput {
  @Field(() => ID, { description: 'Id of the proceeding within its case.' })
  proceeding!: string;

  @Field(() => ProceedingOutcome, { description: 'What it came to.' })
  outcome!: Ending;

  @Field(() => String, { nullable: true, description: 'What it said; 16,000 characters at most.' })
  note?: string;
}
export const RecordExternalOutcomePayload = casePayload('RecordExternalOutcome');
