import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A signature that the change control of a regulation demands.' })
export class RegulationSignature {
  @Field(() => String, { description: 'For whom, by code.' })
  signatory!: string;

  @Field(() => String, { description: 'Subject of the person who signed.' })
  signedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  signedAt!: Date;
}
