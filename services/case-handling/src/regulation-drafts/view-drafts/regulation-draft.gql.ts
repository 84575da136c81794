import { connectionType, DateTimeScalar, Node } from '@redress/graphql-runtime';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Regulation } from '../../adoption/view-regulations/regulation.gql';

@ObjectType({ description: 'A mistake in the file of a regulation.' })
export class RegulationProblem {
  @Field(() => Int, { description: 'Line, from 1; of a value, as it is printed with two spaces a step.' })
  line!: number;

  @Field(() => Int, { nullable: true, description: 'Column, from 1, where it is known.' })
  column!: number | null;

  @Field(() => String, { description: 'Where: a JSON pointer, for example `/stages/2/performers/0`.' })
  path!: string;

  @Field(() => String, { description: 'What was expected there.' })
  expected!: string;

  @Field(() => String, { nullable: true, description: 'What stands there.' })
  found!: string | null;
}

@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  description: 'A regulation that the organisation writes itself. It never changes once it is published.',
})
export class RegulationDraft extends Node {
  /** Id inside of the service; never in the graph. */
  readonly draftId!: string;

  @Field(() => Int, { description: 'Grows with every change and signature; give it as `expectedVersion`.' })
  version!: number;

  @Field(() => Regulation, { description: 'What it says.' })
  regulation!: Regulation;

  @Field(() => String, { description: 'Subject of the person who wrote it.' })
  draftedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When its text was written.' })
  draftedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published; null before.' })
  publishedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Subject of the person who published it.' })
  publishedBy!: string | null;
}

export const RegulationDraftConnection = connectionType(RegulationDraft);
