import { Field, Int, ObjectType } from 'type-graphql';
import { CodedLabel, Labelled } from './labelled.gql';

@ObjectType({ description: 'Something that may be brought forward under a regulation.' })
export class RegulationItemType extends Labelled {
  @Field(() => String, { description: 'Type, for example ENQUIRY; the same for every regulation.' })
  type!: string;

  @Field(() => [CodedLabel], { description: 'Kinds within the type.' })
  kinds!: readonly CodedLabel[];

  @Field(() => [String], { description: 'Types into which it may be converted.' })
  convertsTo!: readonly string[];

  @Field(() => String, { description: 'The sentence of the source, to the letter.' })
  quote!: string;
}

@ObjectType({ description: 'A field of the record card, or something that is judged.' })
export class RecordCardField extends Labelled {
  @Field(() => String, { description: 'Key by which conditions call it.' })
  key!: string;

  @Field(() => String, { description: 'Type: TEXT, NUMBER, QUANTITY, MONEY, DATE, BOOLEAN or CHOICE.' })
  type!: string;

  @Field(() => [CodedLabel], { description: 'The options of a CHOICE.' })
  options!: readonly CodedLabel[];

  @Field(() => String, { nullable: true, description: 'Member of every complaint that holds it, where there is one.' })
  of!: string | null;

  @Field(() => Boolean, { description: 'Whether it always has to be filled in.' })
  required!: boolean;

  @Field(() => String, { nullable: true, description: 'Condition (CEL) under which it has to be filled in.' })
  requiredWhen!: string | null;

  @Field(() => Boolean, { description: 'Whether it is personal data, which never leaves intake.' })
  personal!: boolean;

  @Field(() => String, { description: 'The sentence of the source, to the letter.' })
  quote!: string;
}

@ObjectType({ description: 'An axis by which matters are classified.' })
export class ClassificationAxis extends Labelled {
  @Field(() => String, { description: 'Name, for example `urgency`.' })
  axis!: string;

  @Field(() => Boolean, { description: 'Whether the text lists every value.' })
  closed!: boolean;

  @Field(() => [CodedLabel], { description: 'The values that the text names.' })
  values!: readonly CodedLabel[];
}

@ObjectType({ description: 'What raises or lowers a matter to a level.' })
export class LevelTrigger {
  @Field(() => String, { description: 'Stable code.' })
  trigger!: string;

  @Field(() => String, { description: 'Condition (CEL) under which it applies.' })
  when!: string;

  @Field(() => String, { description: 'The sentence of the source, to the letter.' })
  quote!: string;
}

@ObjectType({ description: 'A level (级别) of matters.' })
export class RegulationLevel extends Labelled {
  @Field(() => String, { description: 'Stable code.' })
  level!: string;

  @Field(() => Int, { description: 'Higher is graver.' })
  rank!: number;

  @Field(() => String, { description: 'NORMAL, FAST_LANE or EMERGENCY.' })
  track!: string;

  @Field(() => Boolean, { description: 'Whether a matter has it without any trigger.' })
  initial!: boolean;

  @Field(() => [LevelTrigger], { description: 'What leads to it.' })
  triggers!: readonly LevelTrigger[];
}
