import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import type { Origin } from '../model/matter.model';

const ClassificationOrigin: { readonly [Name in Origin]: Name } = { PERSON: 'PERSON', RULE: 'RULE', TEXT: 'TEXT' };
registerEnumType(ClassificationOrigin, {
  name: 'ClassificationOrigin',
  description: 'Who or what gave a value.',
  valuesConfig: {
    PERSON: { description: 'A person; nothing overrides it.' },
    RULE: { description: 'A rule of the regulation.' },
    TEXT: { description: 'The words of the complaint, as far as they are clear.' },
  },
});

/** A text in both languages. */
@ObjectType({ description: 'A name in both languages of the product.' })
export class NamedText {
  @Field(() => String, { description: 'In Chinese.' })
  zh!: string;

  @Field(() => String, { description: 'In English.' })
  en!: string;
}

/** The GraphQL type `FactValue`. */
@ObjectType({ description: 'A fact that the regulation declares, with its value.' })
export class FactEntry {
  @Field(() => String, { description: 'Its key in the regulation.' })
  key!: string;

  @Field(() => NamedText, { description: 'What it is called.' })
  label!: NamedText;

  @Field(() => String, {
    description: 'The value in words, as it is given: amounts in minor units, dates as 2026-11-22.',
  })
  value!: string;

  @Field(() => Boolean, { description: 'Whether it is personal data, which is sealed and never leaves intake.' })
  personal!: boolean;
}

/** The GraphQL type `ClassificationEntry`. */
@ObjectType({ description: 'The value of a complaint on an axis of classification.' })
export class ClassificationEntry {
  @Field(() => String, { description: 'The axis; `category` is that of every complaint.' })
  axis!: string;

  @Field(() => NamedText, { description: 'What the axis is called.' })
  label!: NamedText;

  @Field(() => String, { description: 'Code of the value.' })
  value!: string;

  @Field(() => NamedText, { description: 'What the value is called.' })
  valueLabel!: NamedText;

  @Field(() => ClassificationOrigin, { description: 'Who or what gave it.' })
  origin!: Origin;
}

/** The GraphQL type `ClassificationSuggestion`. */
@ObjectType({ description: 'A value that a rule or the text speaks for, and why.' })
export class ClassificationSuggestion {
  @Field(() => String, { description: 'The axis.' })
  axis!: string;

  @Field(() => String, { description: 'Code of the value.' })
  value!: string;

  @Field(() => Float, { description: 'How sure, from 0 to 1; a rule is certain.' })
  score!: number;

  @Field(() => ClassificationOrigin, { description: 'A rule of the regulation, or the text.' })
  by!: Origin;

  @Field(() => [String], {
    description: 'The condition that holds, or the words that speak for it, the strongest first.',
  })
  because!: readonly string[];

  @Field(() => Boolean, { description: 'Whether it is sure enough to be taken without a person.' })
  confident!: boolean;
}

/** The GraphQL type `IntakeLevel`. */
@ObjectType({ description: 'The level that a matter has by what is known at intake; the case keeps its own.' })
export class IntakeLevel {
  @Field(() => String, { description: 'Code of the level in its regulation.' })
  level!: string;

  @Field(() => NamedText, { description: 'What it is called.' })
  label!: NamedText;

  @Field(() => [String], { description: 'The triggers that hold.' })
  because!: readonly string[];
}

/** The name of something, or its code where nothing names it. */
export function namedText(label: NamedText | undefined, code: string): NamedText {
  return label ?? { zh: code, en: code };
}
