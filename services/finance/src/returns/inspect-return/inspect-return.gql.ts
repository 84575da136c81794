import { DecimalScalar } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'What was found about goods of one line. Quantities add to those of earlier inspections.' })
export class InspectedLineInput {
  @Field(() => ID, { description: 'The line of the return.' })
  lineId!: string;

  @Field(() => DecimalScalar, { defaultValue: '0', description: 'How much is sold again.' })
  resale!: string;

  @Field(() => DecimalScalar, { defaultValue: '0', description: 'How much is repaired.' })
  repair!: string;

  @Field(() => DecimalScalar, { defaultValue: '0', description: 'How much is scrapped.' })
  scrap!: string;

  @Field(() => DecimalScalar, { defaultValue: '0', description: 'How much is sent back to the customer.' })
  backToCustomer!: string;

  @Field(() => String, { nullable: true, description: 'What was found, up to 500 characters.' })
  findings?: string;
}

@InputType({ description: 'What an inspection found.' })
export class InspectReturnInput {
  @Field(() => ID, { description: 'The return.' })
  returnId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => [InspectedLineInput], { description: 'The lines, 1 to 50.' })
  lines!: InspectedLineInput[];

  @Field(() => String, { description: 'Made by the client; the same key inspects once. 1 to 128 characters.' })
  idempotencyKey!: string;
}
