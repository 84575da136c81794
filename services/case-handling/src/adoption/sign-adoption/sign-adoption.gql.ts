import { UserError } from '@redress/graphql-runtime';
import { Field, InputType, ObjectType } from 'type-graphql';
import { AdoptionTermsInput } from '../adopt-regulation/adopt-regulation.gql';
import { RegulationSignature } from '../view-regulations/signature.gql';

@InputType({ description: 'The terms that are signed, the same that the adoption will give, and for whom.' })
export class SignAdoptionInput extends AdoptionTermsInput {
  @Field(() => String, { description: 'For which signatory of the regulation’s change control, by code.' })
  signatory!: string;
}

@ObjectType({ description: 'What was signed, or why it was not.' })
export class SignAdoptionPayload {
  @Field(() => String, { nullable: true, description: 'Digest of the terms; the same for the same terms.' })
  terms!: string | null;

  @Field(() => [RegulationSignature], { description: 'Who signed these terms, in order.' })
  signatures!: readonly RegulationSignature[];

  @Field(() => Boolean, { description: 'Whether this is the answer of an earlier call with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
