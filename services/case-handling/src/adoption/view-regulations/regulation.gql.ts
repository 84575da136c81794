import type { Role } from '@redress/kernel';
import type { IsoStage as IsoStageName, Label } from '@redress/regulations';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { IsoStage, RoleName } from '../../complaint-case/view-cases/case-enums.gql';

export const DurationUnit = {
  MINUTES: 'MINUTES',
  HOURS: 'HOURS',
  WORKING_HOURS: 'WORKING_HOURS',
  CALENDAR_DAYS: 'CALENDAR_DAYS',
  WORKING_DAYS: 'WORKING_DAYS',
  MONTHS: 'MONTHS',
  YEARS: 'YEARS',
} as const;
export type DurationUnit = keyof typeof DurationUnit;
registerEnumType(DurationUnit, {
  name: 'DurationUnit',
  description: 'How the time of a stage is counted.',
  valuesConfig: {
    MINUTES: { description: 'Elapsed minutes.' },
    HOURS: { description: 'Elapsed hours.' },
    WORKING_HOURS: { description: 'Hours within the opening hours of the adopted calendar.' },
    CALENDAR_DAYS: { description: 'Calendar days from the day after the start, to the end of the last.' },
    WORKING_DAYS: { description: 'Working days (工作日) of the adopted calendar, to the end of the last.' },
    MONTHS: { description: 'Calendar months, to the end of the day with the same number.' },
    YEARS: { description: 'Calendar years, to the end of the same day.' },
  },
});

export const OpenValueType = { DURATION: 'DURATION', AUTHORITY: 'AUTHORITY' } as const;
registerEnumType(OpenValueType, {
  name: 'OpenValueType',
  description: 'What kind of value a regulation leaves open.',
  valuesConfig: {
    DURATION: { description: 'A span of time.' },
    AUTHORITY: { description: 'Who may approve up to which amount (核决权限).' },
  },
});

@ObjectType({ description: 'A span of time that a regulation allows.' })
export class RegulationDuration {
  @Field(() => Int, { description: 'How many units.' })
  amount!: number;

  @Field(() => Int, { nullable: true, description: 'End of a range such as 14 to 21 days; it is what counts.' })
  maximum!: number | null;

  @Field(() => DurationUnit, { description: 'Of what.' })
  unit!: DurationUnit;
}

@ObjectType({ description: 'By when a stage is to be finished.' })
export class StageDeadline {
  @Field(() => RegulationDuration, {
    nullable: true,
    description: 'The time allowed; null where the organisation sets it.',
  })
  duration!: RegulationDuration | null;

  @Field(() => String, { nullable: true, description: 'Key of the open value that holds it.' })
  openValue!: string | null;

  @Field(() => String, { description: 'The event from which it is counted, for example RECEIPT.' })
  startsAt!: string;

  @Field(() => String, { description: 'The sentence of the source, to the letter.' })
  quote!: string;
}

@ObjectType({ description: 'A stage that a regulation plans.' })
export class RegulationStage {
  readonly labels!: Label;
  readonly articles!: Label;

  @Field(() => String, { description: 'Stable name, for example `investigation`.' })
  stage!: string;

  @Field(() => String, { description: 'Kind, for example INVESTIGATION; the same for every regulation.' })
  kind!: string;

  @Field(() => IsoStage, { description: 'The stage in the terms of ISO 10002.' })
  isoStage!: IsoStageName;

  @Field(() => [RoleName], { description: 'Who performs it.' })
  performers!: readonly Role[];

  @Field(() => StageDeadline, { nullable: true, description: 'By when; null where the source says nothing.' })
  deadline!: StageDeadline | null;
}

@ObjectType({ description: 'A value that the source leaves open and the organisation fills in when it adopts.' })
export class OpenValue {
  readonly labels!: Label;

  @Field(() => String, { description: 'Key by which it is filled in.' })
  key!: string;

  @Field(() => OpenValueType, { description: 'What kind of value.' })
  type!: keyof typeof OpenValueType;

  @Field(() => String, { nullable: true, description: 'The sentence of the source; null where it is silent.' })
  quote!: string | null;
}

@ObjectType({ description: 'A version of a regulation (规章制度) on how complaints are handled.' })
export class Regulation {
  readonly titles!: Label;

  @Field(() => String, { description: 'Stable name, for example `company-24h-3wd-7wd`.' })
  code!: string;

  @Field(() => Int, { description: 'Version; a version never changes.' })
  version!: number;

  @Field(() => String, { description: 'Document that it was taken from.' })
  source!: string;

  @Field(() => [String], { description: 'Channels by which complaints may come in, for example `PHONE`.' })
  channels!: readonly string[];

  @Field(() => [RegulationStage], { description: 'Its stages, in order.' })
  stages!: readonly RegulationStage[];

  @Field(() => [OpenValue], { description: 'What an organisation has to fill in.' })
  openValues!: readonly OpenValue[];
}
