import { UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { QuarantinedMail } from '../view-quarantine/quarantined-mail.gql';

/** GraphQL input `TakeQuarantinedMailAgainInput`. */
@InputType({ description: 'A mail that was set aside and is to be tried again.' })
export class TakeQuarantinedMailAgainInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the mail.' })
  mailId!: string;

  @Field(() => Int, { description: 'The version of the mail that was read.' })
  expectedVersion!: number;
}

/** GraphQL input `DismissQuarantinedMailInput`. */
@InputType({ description: 'A mail that was set aside and is not to be taken in.' })
export class DismissQuarantinedMailInput extends TakeQuarantinedMailAgainInput {
  @Field(() => String, { description: 'Why, 1 to 1,000 characters; no personal data.' })
  reason!: string;
}

/** What every decision of a mail in quarantine answers. */
@ObjectType({ description: 'What every decision of a mail that was set aside answers.' })
export class QuarantinedMailPayload {
  @Field(() => QuarantinedMail, { nullable: true, description: 'The mail as it is then; null when refused.' })
  mail!: QuarantinedMail | null;

  @Field(() => Boolean, { description: 'Whether this answers a repeated call with the same idempotency key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
