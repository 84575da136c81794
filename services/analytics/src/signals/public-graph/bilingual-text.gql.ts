import { Field, ObjectType } from 'type-graphql';

/** GraphQL type `BilingualText`. */
@ObjectType({ description: 'The same in both languages.' })
export class BilingualText {
  @Field(() => String, { description: 'Chinese.' })
  zh!: string;

  @Field(() => String, { description: 'English.' })
  en!: string;
}
