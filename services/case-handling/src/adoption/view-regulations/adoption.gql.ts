import type { Role } from '@redress/kernel';
import {
  CurrencyCodeScalar,
  DateTimeScalar,
  DecimalScalar,
  JsonScalar,
  LocalDateScalar,
  Money,
  Node,
} from '@redress/graphql-runtime';
import { Field, Int, ObjectType } from 'type-graphql';
import { RoleName } from '../../complaint-case/view-cases/case-enums.gql';
import { NumberingPeriod } from './numbering-period.gql';
import { Regulation, RegulationDuration } from './regulation.gql';

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

  @Field(() => String, { nullable: true, description: 'Condition (CEL) under which the row holds; null is always.' })
  when!: string | null;
}

@ObjectType({ description: 'How complaints are numbered.' })
export class Numbering {
  @Field(() => String, { description: 'Pattern, for example `{YYYY}{MM}-{SERIAL:6}`.' })
  pattern!: string;

  @Field(() => NumberingPeriod, { description: 'When the serial begins anew.' })
  period!: NumberingPeriod;
}

@ObjectType({ description: 'A row of a table of amounts.' })
export class AmountRow {
  @Field(() => String, { description: 'What the amount is for.' })
  entry!: string;

  @Field(() => Money, { description: 'The amount.' })
  amount!: Money;
}

@ObjectType({ description: 'An open value as the organisation filled it in; the one member that is of its type.' })
export class FilledValue {
  @Field(() => String, { description: 'Key of the open value.' })
  key!: string;

  @Field(() => RegulationDuration, { nullable: true, description: 'The span of time, where it is one.' })
  duration!: RegulationDuration | null;

  @Field(() => [AuthorityLimit], { nullable: true, description: 'The authority matrix, where it is one.' })
  authority!: readonly AuthorityLimit[] | null;

  @Field(() => Int, { nullable: true, description: 'The number, where it is a COUNT.' })
  count!: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The decimal, where it is a RATIO.' })
  ratio!: string | null;

  @Field(() => Money, { nullable: true, description: 'The amount, where it is MONEY.' })
  money!: Money | null;

  @Field(() => String, { nullable: true, description: 'The words, where it is a TEXT.' })
  text!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the option, where it is a CHOICE.' })
  choice!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day, where it is a DATE.' })
  date!: string | null;

  @Field(() => [AmountRow], { nullable: true, description: 'The table, where it is an AMOUNT_TABLE.' })
  amounts!: readonly AmountRow[] | null;

  @Field(() => Numbering, { nullable: true, description: 'The numbering, where it is one.' })
  numbering!: Numbering | null;
}

@ObjectType({
  implements: Node,
  description: 'That the organisation put a regulation into force, with its open values filled in. Never changes.',
})
export class Adoption extends Node {
  /** Digest of what was signed; never in the graph. */
  readonly terms!: string;

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

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Opening hours as they were filled in; null where none were.',
  })
  openingHours!: unknown;

  @Field(() => [FilledValue], { description: 'The open values of the regulation.' })
  openValues!: readonly FilledValue[];
}
