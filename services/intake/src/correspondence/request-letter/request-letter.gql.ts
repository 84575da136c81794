import { Field, ID, InputType } from 'type-graphql';
import type { LetterPurpose as PurposeName } from '../model/letter.model';
import { LetterPurpose } from '../view-letters/letter.gql';

/** GraphQL input `RequestLetterInput`. */
@InputType({ description: 'A letter in the words of a person.' })
export class RequestLetterInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the complaint.' })
  complaintId!: string;

  @Field(() => LetterPurpose, {
    description: 'What it is for: EXTENSION, REFUSAL_OF_ACCEPTANCE, FORWARDED or FOLLOW_UP.',
  })
  purpose!: PurposeName;

  @Field(() => String, { description: 'What the letter says beside its template; 10,000 characters at most.' })
  text!: string;
}
