import { DateTimeScalar, JsonScalar, UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RegulationDraft, RegulationProblem } from '../view-drafts/regulation-draft.gql';

@InputType({ description: 'A regulation that the organisation writes.' })
export class DraftRegulationInput {
  @Field(() => String, { description: 'Made by the client, 1 to 128 characters; the same key is carried out once.' })
  idempotencyKey!: string;

  @Field(() => JsonScalar, {
    description:
      'The regulation in the format of its file: an object, or the text of the file, whose lines are then told.',
  })
  document!: unknown;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the draft whose text it replaces; a new one unless told.',
  })
  draftId?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version of that draft that was read.' })
  expectedVersion?: number | null;

  @Field(() => [ID], { nullable: true, description: 'Decisions on gaps that this text closes, by their global ids.' })
  gapDecisionIds?: string[] | null;
}

@InputType({ description: 'Which draft is signed, and for whom.' })
export class SignRegulationInput {
  @Field(() => String, { description: 'Made by the client, 1 to 128 characters; the same key is carried out once.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the draft.' })
  draftId!: string;

  @Field(() => Int, { description: 'The version that was read, so that nobody signs another text.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'For which signatory of its change control, by code.' })
  signatory!: string;
}

@InputType({ description: 'Which draft becomes a version, and from when on.' })
export class PublishRegulationInput {
  @Field(() => String, { description: 'Made by the client, 1 to 128 characters; the same key is carried out once.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the draft.' })
  draftId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion!: number;

  @Field(() => DateTimeScalar, { description: 'From when on it is valid; after the version before.' })
  effectiveFrom!: Date;
}

@ObjectType({ description: 'The draft, or why nothing was changed.' })
export class RegulationDraftPayload {
  @Field(() => RegulationDraft, { nullable: true, description: 'The draft as it is now; null when refused.' })
  draft!: RegulationDraft | null;

  @Field(() => [RegulationProblem], {
    description: 'The mistakes in the document; `userErrors` names each of them too.',
  })
  problems!: readonly RegulationProblem[];

  @Field(() => Boolean, { description: 'Whether this is the answer of an earlier call with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
