import type { Role } from '@redress/kernel';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { RoleName } from '../../complaint-case/view-cases/case-enums.gql';
import { Labelled, CodedLabel } from './labelled.gql';

@ObjectType({ description: 'A department, post or body that a regulation names.' })
export class RegulationParty extends Labelled {
  @Field(() => String, { description: 'Stable code; members of staff are appointed by it.' })
  party!: string;

  @Field(() => String, { description: 'UNIT, POST, BODY or OUTSIDE.' })
  kind!: string;

  @Field(() => RoleName, { description: 'Role that its members need in their access token.' })
  role!: Role;
}

@ObjectType({ description: 'A section that has to stand in a paper.' })
export class RegulationPaperSection extends Labelled {
  @Field(() => String, { description: 'Stable code.' })
  section!: string;

  @Field(() => Boolean, { description: 'Whether it has to be filled in.' })
  required!: boolean;
}

@ObjectType({ description: 'A numbered copy of a paper.' })
export class RegulationPaperCopy {
  @Field(() => Int, { description: 'Number of the copy, from 1.' })
  copy!: number;

  @Field(() => String, { description: 'Role or party that keeps it.' })
  holder!: string;
}

@ObjectType({ description: 'A paper that handling produces.' })
export class RegulationPaper extends Labelled {
  @Field(() => String, { description: 'Stable code.' })
  paper!: string;

  @Field(() => String, { description: 'Kind, for example REMINDER; the same for every regulation.' })
  kind!: string;

  @Field(() => [RegulationPaperSection], { description: 'What has to stand in it.' })
  sections!: readonly RegulationPaperSection[];

  @Field(() => [RegulationPaperCopy], { description: 'Its copies and who keeps them.' })
  copies!: readonly RegulationPaperCopy[];

  @Field(() => [String], { description: 'Who signs it, in the order of the text: roles, parties or `complainant`.' })
  signatures!: readonly string[];

  @Field(() => String, { description: 'The sentence of the source, to the letter.' })
  quote!: string;
}

@ObjectType({ description: 'How somebody who is not satisfied may go on.' })
export class DissatisfactionProvision {
  @Field(() => String, { description: 'Path, for example SECOND_HANDLING; the same for every regulation.' })
  path!: string;

  @Field(() => [String], { description: 'Who may take it: COMPLAINANT, COMPLAINEE.' })
  open!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Stage at which handling begins anew.' })
  backTo!: string | null;

  @Field(() => Int, { nullable: true, description: 'How often it may be taken; null is any number of times.' })
  maximumRounds!: number | null;

  @Field(() => [CodedLabel], { description: 'External bodies, where it leads to one.' })
  bodies!: readonly CodedLabel[];

  @Field(() => String, { description: 'The sentence of the source, to the letter.' })
  quote!: string;
}

@ObjectType({ description: 'A report that a regulation asks for.' })
export class RegulationReport extends Labelled {
  @Field(() => String, { description: 'Stable code.' })
  report!: string;

  @Field(() => String, { description: 'DAY, MONTH, QUARTER, YEAR or PERIODIC.' })
  period!: string;

  @Field(() => Int, { nullable: true, description: 'Day of the month after the period by which it is made.' })
  dueDay!: number | null;

  @Field(() => [String], { description: 'What it shows.' })
  contents!: readonly string[];

  @Field(() => String, { description: 'The sentence of the source, to the letter.' })
  quote!: string;
}

@ObjectType({ description: 'What a figure should be.' })
export class MetricTarget {
  @Field(() => String, { description: 'AT_LEAST, AT_MOST, EQUAL or REDUCED_BY.' })
  comparator!: string;

  @Field(() => Float, { description: 'The value, in the unit.' })
  value!: number;

  @Field(() => String, { description: 'PERCENT, HOURS or COUNT.' })
  unit!: string;
}

@ObjectType({ description: 'A figure that a regulation asks for.' })
export class RegulationMetric extends Labelled {
  @Field(() => String, { description: 'Stable code.' })
  metric!: string;

  @Field(() => MetricTarget, { nullable: true, description: 'Its target, where the text states one.' })
  target!: MetricTarget | null;

  @Field(() => String, { description: 'The sentence of the source, to the letter.' })
  quote!: string;
}

@ObjectType({ description: 'Somebody whose signature a regulation demands before it takes effect.' })
export class RegulationSignatory extends Labelled {
  @Field(() => String, { description: 'Stable code.' })
  signatory!: string;

  @Field(() => RoleName, { description: 'Role that the person needs in the access token.' })
  role!: Role;
}
