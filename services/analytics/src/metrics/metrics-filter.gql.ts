import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'A half-open stretch of time: from inclusive, to exclusive.' })
export class TimeWindowInput {
  @Field(() => DateTimeScalar, { description: 'First instant of the window.' })
  from!: Date;

  @Field(() => DateTimeScalar, { description: 'First instant after the window.' })
  to!: Date;
}

@InputType({ description: 'Keeps complaints whose value is in the list; a list that is absent does not filter.' })
export class MetricsFilterInput {
  @Field(() => [String], { nullable: true, description: 'Channels, for example `WEB_FORM`.' })
  channel?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Types of what was brought forward.' })
  itemType?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Levels.' })
  level?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Tracks.' })
  track?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Products.' })
  product?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of categories.' })
  category?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Causes.' })
  cause?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Units.' })
  department?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Departments found responsible.' })
  responsibleDepartment?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Subjects of members of staff.' })
  staff?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Regions.' })
  region?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Kinds of complainants.' })
  customerSegment?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Regulations.' })
  regulation?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Outcomes.' })
  outcome?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Findings.' })
  validity?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Stages; for what has stages only.' })
  stage?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Kinds of settlement; for settlements and returns only.' })
  instrument?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Currencies; for money only.' })
  currency?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Kinds of the thing counted, where it has kinds.' })
  kind?: string[] | null;
}
