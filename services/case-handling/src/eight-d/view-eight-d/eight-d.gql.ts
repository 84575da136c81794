import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { HeldCopy } from '../../responsibility/view-responsibility/paper-copy.gql';
import type { EightDState as State } from '../model/eight-d.model';

export const EightDState = {
  SUBMITTED: 'SUBMITTED',
  SIGNED: 'SIGNED',
  RETURNED: 'RETURNED',
  SUPERSEDED: 'SUPERSEDED',
} as const satisfies Record<State, State>;
registerEnumType(EightDState, {
  name: 'EightDState',
  description: 'Where a version of an 8D report stands.',
  valuesConfig: {
    SUBMITTED: { description: 'Waits for its signature.' },
    SIGNED: { description: 'Valid.' },
    RETURNED: { description: 'Back at the cause: no effect, or the customer was not satisfied.' },
    SUPERSEDED: { description: 'Another version took its place before it was signed.' },
  },
});

@ObjectType({ description: 'What stands in an 8D report; null for what nobody has come to yet.' })
export class Disciplines {
  @Field(() => String, { nullable: true, description: 'D1: who works on it.' })
  team!: string | null;

  @Field(() => String, { nullable: true, description: 'D2: the problem and the product.' })
  problem!: string | null;

  @Field(() => String, { nullable: true, description: 'D3: temporary measures.' })
  containment!: string | null;

  @Field(() => String, { nullable: true, description: 'D4: the causes.' })
  cause!: string | null;

  @Field(() => String, { nullable: true, description: 'D5: the countermeasures.' })
  countermeasures!: string | null;

  @Field(() => String, { nullable: true, description: 'D6: what was carried out, and that it works.' })
  verification!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'D7: the documents that were made standard, against recurrence.',
  })
  standardisation!: string | null;

  @Field(() => String, { nullable: true, description: 'D8: the work of the team recognised.' })
  recognition!: string | null;
}

@ObjectType({ description: 'A version of the 8D report of a case; valid only once it is signed.' })
export class EightDReport {
  @Field(() => ID, { description: 'Id of the version within its case.' })
  id!: string;

  @Field(() => Int, { description: 'Number of the version, from 1.' })
  version!: number;

  @Field(() => EightDState, { description: 'Where it stands.' })
  state!: State;

  @Field(() => Disciplines, { description: 'What stands in it.' })
  disciplines!: Disciplines;

  @Field(() => [HeldCopy], { description: 'Its copies and who keeps them, by the regulation.' })
  copies!: HeldCopy[];

  @Field(() => String, { description: 'Subject of the person who submitted it.' })
  writtenBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was submitted.' })
  writtenAt!: Date;

  @Field(() => String, { nullable: true, description: 'Subject of the person who signed it.' })
  signedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was signed.' })
  signedAt!: Date | null;
}
