import { UserError } from '@redress/graphql-runtime';
import { Field, InputType, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How the organisation gives cases to people.' })
export class RoutingSetting {
  @Field(() => Boolean, { description: 'Whether an accepted case is given to the most fitting person by itself.' })
  autoAssign!: boolean;

  @Field(() => Int, { description: 'Grows with every change; 0 before the first. Give it as `expectedVersion`.' })
  version!: number;
}

@InputType({ description: 'How cases are to be given to people.' })
export class SetRoutingInput {
  @Field(() => String, { description: 'Made by the client, 1 to 128 characters; the same key is carried out once.' })
  idempotencyKey!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion!: number;

  @Field(() => Boolean, { description: 'Whether an accepted case is given to the most fitting person by itself.' })
  autoAssign!: boolean;
}

@ObjectType({ description: 'The setting, or why nothing was changed.' })
export class RoutingSettingPayload {
  @Field(() => RoutingSetting, { nullable: true, description: 'The setting as it is now; null when refused.' })
  routing!: RoutingSetting | null;

  @Field(() => Boolean, { description: 'Whether this is the answer of an earlier call with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
