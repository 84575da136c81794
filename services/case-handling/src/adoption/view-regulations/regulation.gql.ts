import type { Role } from '@redress/kernel';
import { DateTimeScalar, JsonScalar } from '@redress/graphql-runtime';
import type { IsoStage as IsoStageName, Label } from '@redress/regulations';
import { Field, Int, ObjectType } from 'type-graphql';
import { IsoStage, RoleName } from '../../complaint-case/view-cases/case-enums.gql';
import { CodedLabel } from './labelled.gql';
import { DurationUnit, OpenValueType, RegulationOrigin } from './regulation-enums.gql';
import {
  DissatisfactionProvision,
  RegulationMetric,
  RegulationPaper,
  RegulationParty,
  RegulationReport,
  RegulationSignatory,
} from './regulation-handling.gql';
import { ClassificationAxis, RecordCardField, RegulationItemType, RegulationLevel } from './regulation-intake.gql';

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

  @Field(() => [RoleName], { description: 'Roles that perform it; those of the parties among them.' })
  performers!: readonly Role[];

  @Field(() => [String], { description: 'Parties of the regulation that perform it, by code.' })
  parties!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Condition (CEL) under which it is planned; null is always.' })
  when!: string | null;

  @Field(() => [String], { description: 'Stages that have to be finished before it begins.' })
  after!: readonly string[];

  @Field(() => Boolean, { description: 'Whether it may be left out with a reason.' })
  optional!: boolean;

  @Field(() => Boolean, { description: 'Whether the text says “at once” without a number: shown, not measured.' })
  immediate!: boolean;

  @Field(() => String, { nullable: true, description: 'Code of the paper that it produces.' })
  paper!: string | null;

  @Field(() => String, { description: 'The sentence of the source, to the letter.' })
  quote!: string;

  @Field(() => StageDeadline, { nullable: true, description: 'By when; null where the source says nothing.' })
  deadline!: StageDeadline | null;
}

@ObjectType({ description: 'A value that the source leaves open and the organisation fills in when it adopts.' })
export class OpenValue {
  readonly labels!: Label;

  @Field(() => String, { description: 'Key by which it is filled in.' })
  key!: string;

  @Field(() => OpenValueType, { description: 'What kind of value.' })
  type!: OpenValueType;

  @Field(() => [CodedLabel], { description: 'The options of a CHOICE.' })
  options!: readonly CodedLabel[];

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

  @Field(() => RegulationOrigin, { description: 'Where it comes from.' })
  origin!: RegulationOrigin;

  @Field(() => DateTimeScalar, { nullable: true, description: 'For an own one: since when it is the valid version.' })
  effectiveFrom!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a later version takes its place, if one does.' })
  supersededFrom!: Date | null;

  @Field(() => String, { description: 'Document that it was taken from.' })
  source!: string;

  @Field(() => [String], { description: 'What the text lost or does not regulate, in words.' })
  missing!: readonly string[];

  @Field(() => [String], { description: 'Channels by which complaints may come in, for example `PHONE`.' })
  channels!: readonly string[];

  @Field(() => [RegulationParty], { description: 'Departments, posts and bodies that it names.' })
  parties!: readonly RegulationParty[];

  @Field(() => [RegulationItemType], { description: 'What may be brought forward; complaints alone, where empty.' })
  itemTypes!: readonly RegulationItemType[];

  @Field(() => [RecordCardField], { description: 'Fields of its record card, in order.' })
  cardFields!: readonly RecordCardField[];

  @Field(() => [RecordCardField], { description: 'What is judged of a matter beside its card.' })
  assessment!: readonly RecordCardField[];

  @Field(() => [ClassificationAxis], { description: 'By what matters are classified.' })
  classification!: readonly ClassificationAxis[];

  @Field(() => [RegulationLevel], { description: 'Levels, the gravest last; none where the text knows none.' })
  levels!: readonly RegulationLevel[];

  @Field(() => [RegulationStage], { description: 'Its stages, in order.' })
  stages!: readonly RegulationStage[];

  @Field(() => [RegulationPaper], { description: 'Papers that handling produces.' })
  papers!: readonly RegulationPaper[];

  @Field(() => [DissatisfactionProvision], { description: 'How somebody who is not satisfied may go on.' })
  dissatisfaction!: readonly DissatisfactionProvision[];

  @Field(() => [RegulationReport], { description: 'Reports that it asks for.' })
  reports!: readonly RegulationReport[];

  @Field(() => [RegulationMetric], { description: 'Figures that it asks for, with their targets.' })
  metrics!: readonly RegulationMetric[];

  @Field(() => [RegulationSignatory], { description: 'Who has to sign before it takes effect; nobody, where empty.' })
  signatories!: readonly RegulationSignatory[];

  @Field(() => [OpenValue], { description: 'What an organisation has to fill in.' })
  openValues!: readonly OpenValue[];

  @Field(() => JsonScalar, {
    description: 'The whole regulation in the format of its file, with every quoted sentence.',
  })
  document!: unknown;
}
