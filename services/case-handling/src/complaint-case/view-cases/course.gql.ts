import { DateTimeScalar } from '@redress/graphql-runtime';
import type { Role } from '@redress/kernel';
import type { Label } from '@redress/regulations';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { Validity as ValidityName } from '../model/case.model';
import { RoleName, Validity } from './case-enums.gql';
import { WrittenSection } from './resolution.gql';

export const CaseTrack = { NORMAL: 'NORMAL', FAST_LANE: 'FAST_LANE', EMERGENCY: 'EMERGENCY' } as const;
registerEnumType(CaseTrack, {
  name: 'CaseTrack',
  description: 'How cases of a level are handled.',
  valuesConfig: {
    NORMAL: { description: 'In their turn.' },
    FAST_LANE: { description: 'Before others.' },
    EMERGENCY: { description: 'By an emergency team.' },
  },
});

@ObjectType({ description: 'The level that the regulation gives a case.' })
export class CaseLevel {
  @Field(() => String, { description: 'Its code in the regulation.' })
  code!: string;

  /** In both languages, for the field `label`. */
  readonly labels!: Label;

  @Field(() => CaseTrack, { description: 'How cases of this level are handled.' })
  track!: keyof typeof CaseTrack;

  @Field(() => [String], { description: 'Triggers of the regulation that gave it; none for the initial one.' })
  because!: readonly string[];
}

@ObjectType({ description: 'A change of the level of a case.' })
export class LevelChange {
  @Field(() => String, { nullable: true, description: 'The level before; null for the first.' })
  from!: string | null;

  @Field(() => String, { description: 'The level after it.' })
  level!: string;

  @Field(() => [String], { description: 'Triggers of the regulation; none where a person decided.' })
  because!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Why, in the words of the person who decided.' })
  reason!: string | null;

  @Field(() => String, { description: 'Subject of who changed it, or `system:` and a service.' })
  changedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  changedAt!: Date;
}

@ObjectType({ description: 'Somebody who may give the approval that is asked for next.' })
export class Approver {
  @Field(() => String, { description: 'A role, or a party of the regulation.' })
  holder!: string;

  @Field(() => RoleName, { description: 'The role that they need in their access token.' })
  role!: Role;
}

@ObjectType({ description: 'What was written down on a stage. Not shown to the complainant.' })
export class StagePaper {
  @Field(() => ID, { description: 'Id of the paper within its case.' })
  id!: string;

  @Field(() => String, { description: 'Name of the stage in the regulation.' })
  stage!: string;

  @Field(() => String, { description: 'COMPLETED, RETURNED or SKIPPED.' })
  act!: string;

  @Field(() => String, { nullable: true, description: 'Code of the paper in the regulation.' })
  paper!: string | null;

  @Field(() => [WrittenSection], { description: 'Its sections.' })
  sections!: readonly WrittenSection[];

  @Field(() => String, { nullable: true, description: 'A note, or the reason.' })
  note!: string | null;

  @Field(() => String, { description: 'Subject of the author.' })
  writtenBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  writtenAt!: Date;
}

@ObjectType({ description: 'That the case, or documents of it, were handed over. Not shown to the complainant.' })
export class HandOverRecord {
  @Field(() => ID, { description: 'Id of the hand-over within its case.' })
  id!: string;

  @Field(() => String, { description: 'Its code in the regulation.' })
  handOver!: string;

  @Field(() => String, { description: 'Who receives it: a subject, role or party.' })
  to!: string;

  @Field(() => [String], { description: 'Names of the documents.' })
  documents!: readonly string[];

  @Field(() => String, { nullable: true, description: 'A note.' })
  note!: string | null;

  @Field(() => String, { description: 'Subject of who handed it over.' })
  from!: string;

  @Field(() => DateTimeScalar, { description: 'When it was handed over.' })
  handedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Subject of who confirmed it.' })
  confirmedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was confirmed.' })
  confirmedAt!: Date | null;
}

@ObjectType({ description: 'Why a complaint was not accepted.' })
export class AcceptanceRefusal {
  @Field(() => String, { description: 'Code of the ground in the regulation.' })
  ground!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the file; null for the complainant.' })
  reason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was refused.' })
  refusedAt!: Date;
}

@ObjectType({ description: 'What the regulation says of a finding. Not shown to the complainant.' })
export class Finding {
  @Field(() => Validity, { description: 'The finding.' })
  validity!: ValidityName;

  /** In both languages, for the field `label`. */
  readonly labels!: Label;

  @Field(() => [String], { description: 'What follows from it, for example REMEDY or EXPLAIN_AND_APOLOGISE.' })
  consequences!: readonly string[];
}
