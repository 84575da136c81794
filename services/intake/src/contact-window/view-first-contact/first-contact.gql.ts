import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ObjectType } from 'type-graphql';

/** The GraphQL type `FirstContact`. */
@ObjectType('FirstContact', {
  description: 'Who answers for a complaint to its complainant, until it is handed over (首问负责制).',
})
export class FirstContactObject {
  @Field(() => String, { description: 'Subject of the member of staff.' })
  subject!: string;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  since!: Date;
}

/** The GraphQL type `ContactHandOver`. */
@ObjectType('ContactHandOver', { description: 'The record of handing a complaint from one contact to the next.' })
export class ContactHandOverObject {
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Who answered for it until then; null where nobody did, as its complainant registered it.',
  })
  from!: string | null;

  @Field(() => String, { description: 'Who answers for it from then on.' })
  to!: string;

  @Field(() => String, { description: 'Who handed it over: the contact, or a supervisor for them.' })
  by!: string;

  @Field(() => [String], { description: 'Which documents were handed over.' })
  documents!: readonly string[];

  @Field(() => String, { nullable: true, description: 'A note.' })
  note!: string | null;
}
