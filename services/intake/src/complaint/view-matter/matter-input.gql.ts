import { Field, InputType } from 'type-graphql';

const VALUE =
  'The value in words: text as it is, a number in digits, an amount in minor units, a date as 2026-11-22, `true` or `false`, the code of an option.';

/** GraphQL input `CardFieldInput`. */
@InputType({ description: 'A field of the record card, filled in.' })
export class CardFieldInput {
  @Field(() => String, { description: 'Key of the field in its regulation.' })
  key!: string;

  @Field(() => String, { description: VALUE })
  value!: string;
}

/** GraphQL input `FactInput`. */
@InputType({ description: 'A fact that was judged.' })
export class FactInput {
  @Field(() => String, { description: 'Key of the fact in its regulation.' })
  key!: string;

  @Field(() => String, { description: VALUE })
  value!: string;
}

/** GraphQL input `ClassificationInput`. */
@InputType({ description: 'A value on an axis of classification.' })
export class ClassificationInput {
  @Field(() => String, { description: 'The axis, for example `urgency`.' })
  axis!: string;

  @Field(() => String, { description: 'Code of the value.' })
  value!: string;
}
