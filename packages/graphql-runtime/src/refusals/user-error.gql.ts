import 'reflect-metadata';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Money } from '../money/money.gql';
import type { RefusalTexts } from './refusal-texts';

const codes: Record<string, string> = {};
const descriptions: Record<string, { description: string }> = {};

registerEnumType(codes, {
  name: 'UserErrorCode',
  description: 'Why a mutation was refused; stable, so that a client may act on it.',
  valuesConfig: descriptions,
});

/** Fills the enum `UserErrorCode` with a service's codes; its descriptions are the English texts. Before the schema is built. */
export function declareUserErrorCodes(texts: RefusalTexts): void {
  for (const code of Object.keys(codes)) delete codes[code];
  for (const [code, text] of Object.entries(texts)) {
    codes[code] = code;
    descriptions[code] = { description: text.en };
  }
}

/** Shared GraphQL type `UserErrorDetails`. */
@Directive('@shareable')
@ObjectType({ description: 'Facts with which a client can correct its request; each is null where it does not apply.' })
export class UserErrorDetails {
  @Field(() => Money, { nullable: true, description: 'The largest amount that would have been accepted.' })
  maximum!: Money | null;

  @Field(() => Int, { nullable: true, description: 'The version that the object has now.' })
  currentVersion!: number | null;

  @Field(() => String, { nullable: true, description: 'The state that the object is in now.' })
  currentState!: string | null;

  @Field(() => [String], { nullable: true, description: 'What would have been accepted.' })
  allowed!: readonly string[] | null;

  @Field(() => Int, { nullable: true, description: 'The limit that was passed.' })
  limit!: number | null;
}

/** Shared GraphQL type `UserError`; make it with `toUserErrors`. */
@Directive('@shareable')
@ObjectType({ description: 'An expected refusal of a mutation. Nothing was changed.' })
export class UserError {
  @Field(() => codes, { description: 'Stable code.' })
  code!: string;

  @Field(() => String, { description: 'The reason in the language of the request (`Accept-Language`: zh-CN or en).' })
  message!: string;

  @Field(() => [String], { nullable: true, description: 'Where in the input: `["input", "amount"]`.' })
  path!: readonly string[] | null;

  @Field(() => Boolean, { description: 'Whether the same request may succeed later.' })
  retryable!: boolean;

  @Field(() => UserErrorDetails, { nullable: true, description: 'Facts with which a client can correct its request.' })
  details!: UserErrorDetails | null;
}
