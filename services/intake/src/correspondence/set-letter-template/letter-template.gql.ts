import { DateTimeScalar, UserError } from '@redress/graphql-runtime';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { LetterLanguage as LanguageName, LetterPurpose as PurposeName } from '../model/letter.model';
import { LetterLanguage, LetterPurpose } from '../view-letters/letter.gql';

const KEY = 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.';

/** GraphQL input `SetLetterTemplateInput`. */
@InputType({ description: "An organisation's own template of a letter." })
export class SetLetterTemplateInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => LetterPurpose, { description: 'What the letter is for.' })
  purpose!: PurposeName;

  @Field(() => LetterLanguage, { description: 'In which language it is written.' })
  language!: LanguageName;

  @Field(() => String, { nullable: true, description: 'Only under this regulation; under all, where it is absent.' })
  regulation?: string;

  @Field(() => String, { description: 'Subject, with `{{placeholders}}`; 200 characters at most.' })
  subject!: string;

  @Field(() => String, {
    description:
      'Text in Mustache: `{{name}}`, `{{#name}}…{{/name}}` where it is known, `{{^name}}…{{/name}}` where it is not. ' +
      'Plain text, 10,000 characters at most.',
  })
  body!: string;

  @Field(() => Int, { description: 'The version of the template that was read; 0 for the first.' })
  expectedVersion!: number;
}

/** The GraphQL type `LetterTemplate`. */
@ObjectType({ description: "An organisation's own template of a letter." })
export class LetterTemplate {
  @Field(() => LetterPurpose, { description: 'What the letter is for.' })
  purpose!: PurposeName;

  @Field(() => LetterLanguage, { description: 'In which language it is written.' })
  language!: LanguageName;

  @Field(() => String, { nullable: true, description: 'The regulation under which alone it is used.' })
  regulation!: string | null;

  @Field(() => String, { description: 'Subject, with placeholders.' })
  subject!: string;

  @Field(() => String, { description: 'Text in Mustache.' })
  body!: string;

  @Field(() => [String], { description: 'The placeholders that it may have.' })
  placeholders!: readonly string[];

  @Field(() => Int, { description: 'Grows with every change.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was set.' })
  setAt!: Date;

  @Field(() => String, { description: 'Who set it.' })
  setBy!: string;
}

/** The GraphQL type `SetLetterTemplatePayload`. */
@ObjectType({ description: 'The answer to `setLetterTemplate`.' })
export class SetLetterTemplatePayload {
  @Field(() => LetterTemplate, { nullable: true, description: 'The template; null when it was refused.' })
  template!: LetterTemplate | null;

  @Field(() => Boolean, { description: 'Whether this answers a repeated call with the same idempotency key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

/** GraphQL input `SetCorrespondenceInput`. */
@InputType({ description: 'How the organisation writes to complainants.' })
export class SetCorrespondenceInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => String, { nullable: true, description: 'The name under its letters; 200 characters at most.' })
  organisationName?: string;

  @Field(() => LetterLanguage, { description: 'For complainants whose language is not known.' })
  defaultLanguage!: LanguageName;

  @Field(() => Boolean, {
    description: 'Acknowledges every complaint, also where the regulation does not ask for it.',
  })
  acknowledgeAlways!: boolean;

  @Field(() => Int, { description: 'The version that was read; 0 for the first.' })
  expectedVersion!: number;
}

/** The GraphQL type `CorrespondenceSetting`. */
@ObjectType({ description: 'How the organisation writes to complainants.' })
export class CorrespondenceSetting {
  @Field(() => String, { nullable: true, description: 'The name under its letters.' })
  organisationName!: string | null;

  @Field(() => LetterLanguage, { description: 'For complainants whose language is not known.' })
  defaultLanguage!: LanguageName;

  @Field(() => Boolean, { description: 'Whether it acknowledges what the regulation does not ask for, too.' })
  acknowledgeAlways!: boolean;

  @Field(() => Int, { description: '0 as long as nothing was set.' })
  version!: number;
}

/** The GraphQL type `SetCorrespondencePayload`. */
@ObjectType({ description: 'The answer to `setCorrespondence`.' })
export class SetCorrespondencePayload {
  @Field(() => CorrespondenceSetting, { nullable: true, description: 'As it is now; null when it was refused.' })
  setting!: CorrespondenceSetting | null;

  @Field(() => Boolean, { description: 'Whether this answers a repeated call with the same idempotency key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
