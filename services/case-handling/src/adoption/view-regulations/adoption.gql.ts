import type { Role } from '@redress/kernel';
import { DateTimeScalar, Money, Node } from '@redress/graphql-runtime';
import { CurrencyCodeScalar } from '@redress/graphql-runtime';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { RoleName } from '../../complaint-case/view-cases/case-enums.gql';
import { Regulation, RegulationDuration } from './regulation.gql';

export const NumberingPeriod = { DAY: 'DAY', MONTH: 'MONTH', YEAR: 'YEAR' } as const;
export type NumberingPeriod = keyof typeof NumberingPeriod;
registerEnumType(NumberingPeriod, {
  name: 'NumberingPeriod',
  description: 'When the numbers of complaints begin anew.',
  valuesConfig: {
    DAY: { description: 'Every day.' },
    MONTH: { description: 'Every month.' },
    YEAR: { description: 'Every year.' },
  },
});

@ObjectType({ description: 'A row of the authority matrix: who may approve up to which amount.' })
export class AuthorityLimit {
  @Field(() => String, { description: 'Who: a role or a party of the regulation.' })
  holder!: string;

  @Field(() => RoleName, { nullable: true, description: 'The role, where the holder is one.' })
  role!: Role | null;

  @Field(() => CurrencyCodeScalar, { description: 'Currency that the row is for, ISO 4217.' })
  currency!: string;

  @Field(() => Money, { nullable: true, description: 'The most; null is without limit.' })
  maximum!: Money | null;
}

@ObjectType({ description: 'An open value as the organisation filled it in.' })
export class FilledValue {
  @Field(() => String, { description: 'Key of the open value.' })
  key!: string;

  @Field(() => RegulationDuration, { nullable: true, description: 'The span of time, where it is one.' })
  duration!: RegulationDuration | null;

  @Field(() => [AuthorityLimit], { nullable: true, description: 'The authority matrix, where it is one.' })
  authority!: readonly AuthorityLimit[] | null;
}

@ObjectType({ description: 'How complaints are numbered.' })
export class Numbering {
  @Field(() => String, { description: 'Pattern, for example `{YYYY}{MM}-{SERIAL:6}`.' })
  pattern!: string;

  @Field(() => NumberingPeriod, { description: 'When the serial begins anew.' })
  period!: NumberingPeriod;
}

@ObjectType({
  implements: Node,
  description: 'That the organisation put a regulation into force, with its open values filled in. Never changes.',
})
export class Adoption extends Node {
  @Field(() => Regulation, { description: 'The regulation and its version.' })
  regulation!: Regulation;

  @Field(() => DateTimeScalar, { description: 'Complaints received from this moment on are bound by it.' })
  effectiveFrom!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was adopted.' })
  adoptedAt!: Date;

  @Field(() => String, { description: 'Subject of the person who adopted it.' })
  adoptedBy!: string;

  @Field(() => String, { description: 'IANA time zone in which days are counted.' })
  timeZone!: string;

  @Field(() => String, { description: 'Calendar of working days, for example `cn`.' })
  calendar!: string;

  @Field(() => Numbering, { description: 'How complaints are numbered.' })
  numbering!: Numbering;

  @Field(() => [FilledValue], { description: 'The open values of the regulation.' })
  openValues!: readonly FilledValue[];
}
