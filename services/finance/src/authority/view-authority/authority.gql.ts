import type { Role } from '@redress/kernel';
import { CurrencyCodeScalar, DateTimeScalar, Money } from '@redress/graphql-runtime';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import type { AuthorityReason } from '../model/who-may.model';

/** Why a holder could decide, or could not. */
const AUTHORITY_REASONS: readonly AuthorityReason[] = [
  'REACHES',
  'WITHOUT_LIMIT',
  'RESOLUTION_DECIDED',
  'LIMIT_TOO_LOW',
  'SPLIT',
  'CONDITION_NOT_MET',
  'OTHER_CURRENCY',
  'APPROVES_INSTRUMENT',
  'NO_MATRIX',
];
export const AuthorityReasonEnum = enumOf(AUTHORITY_REASONS);
registerEnumType(AuthorityReasonEnum, {
  name: 'AuthorityReason',
  description: 'Why somebody could decide on money, or could not.',
  valuesConfig: {
    REACHES: { description: 'The limit reaches the amount and what was granted for the harm before.' },
    WITHOUT_LIMIT: { description: 'There is no limit.' },
    RESOLUTION_DECIDED: {
      description: 'Finance releases what the approver of the resolution had the authority to decide.',
    },
    LIMIT_TOO_LOW: { description: 'The amount alone is more than the limit.' },
    SPLIT: { description: 'The amount is within the limit, but not with what was granted for the same harm before.' },
    CONDITION_NOT_MET: { description: 'The condition of the row does not hold for the case.' },
    OTHER_CURRENCY: { description: 'The matrix gives authority in other currencies only.' },
    APPROVES_INSTRUMENT: { description: 'The regulation asks for this signature for the kind of remedy.' },
    NO_MATRIX: { description: 'No regulation limits it: finance and managers decide.' },
  },
});

export const AuthorityOriginEnum = enumOf(['TEXT', 'ORGANISATION'] as const);
registerEnumType(AuthorityOriginEnum, {
  name: 'AuthorityOrigin',
  description: 'Who says how far authority goes.',
  valuesConfig: {
    TEXT: { description: 'The text of the regulation.' },
    ORGANISATION: { description: 'The organisation, where the text leaves it open.' },
  },
});

/** Roles of staff as the graph writes them. */
export const AuthorityRoleEnum = {
  AGENT: 'agent',
  HANDLER: 'handler',
  SUPERVISOR: 'supervisor',
  FINANCE: 'finance',
  MANAGER: 'manager',
  ANALYST: 'analyst',
  AUDITOR: 'auditor',
  ADMIN: 'admin',
} as const satisfies Record<string, Role>;
registerEnumType(AuthorityRoleEnum, {
  name: 'AuthorityRole',
  description: 'The role that a holder of authority needs in the access token.',
  valuesConfig: {
    AGENT: { description: 'Takes complaints in.' },
    HANDLER: { description: 'Handles cases.' },
    SUPERVISOR: { description: 'Supervises handlers.' },
    FINANCE: { description: 'Works in finance.' },
    MANAGER: { description: 'Manages the organisation or a part of it.' },
    ANALYST: { description: 'Reads figures.' },
    AUDITOR: { description: 'Reads everything.' },
    ADMIN: { description: 'Sets the organisation up.' },
  },
});

@ObjectType({ description: 'For whose signature a released settlement waits.' })
export class SettlementAwaiting {
  @Field(() => String, {
    nullable: true,
    description: 'Role or party of the regulation; null where nobody’s authority reaches the sum.',
  })
  holder!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name in the language of the request.' })
  label!: string | null;

  @Field(() => AuthorityRoleEnum, { nullable: true, description: 'The role that its members need.' })
  role!: Role | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when; null for finance from the release on.' })
  since!: Date | null;
}

@ObjectType({ description: 'A signature below the approval of a settlement (签署).' })
export class SettlementEndorsement {
  @Field(() => String, { description: 'Subject of the person who signed.' })
  by!: string;

  @Field(() => String, { description: 'Role or party as which the person signed.' })
  holder!: string;

  @Field(() => String, { nullable: true, description: 'Subject of the absent colleague in whose place it was.' })
  onBehalfOf!: string | null;

  @Field(() => String, { nullable: true, description: 'What the person thinks of it; null for a bare signature.' })
  opinion!: string | null;

  @Field(() => Money, { description: 'The amount for which it was given; it holds for less, not for more.' })
  amount!: Money;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;
}

@ObjectType({ description: 'A person who acts as a holder of authority.' })
export class AuthorityPerson {
  @Field(() => String, { description: 'Subject of the person.' })
  subject!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Subject of the absent colleague for whom the person stands in.',
  })
  standsInFor!: string | null;

  @Field(() => Boolean, { description: 'Whether the person is absent, so that the delegate acts.' })
  absent!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the person is kept from it: proposed, approved, prepared or endorsed it already.',
  })
  involved!: boolean;
}

@ObjectType({ description: 'A holder of authority, and whether it reaches a settlement.' })
export class AuthorityHolder {
  @Field(() => String, { description: 'Role or party of the regulation.' })
  holder!: string;

  @Field(() => AuthorityRoleEnum, { description: 'The role that its members need.' })
  role!: Role;

  @Field(() => String, { description: 'Its name in the language of the request.' })
  label!: string;

  @Field(() => Money, { nullable: true, description: 'The limit that holds for the case; null is without limit.' })
  limit!: Money | null;

  @Field(() => Money, { nullable: true, description: 'What is left of it after earlier grants for the harm.' })
  left!: Money | null;

  @Field(() => Boolean, { description: 'Whether a holder could decide.' })
  reaches!: boolean;

  @Field(() => AuthorityReasonEnum, { description: 'Why, or why not.' })
  because!: AuthorityReason;

  @Field(() => [AuthorityPerson], {
    description: 'Those who are appointed to a party, and who stands in for them; empty for a role.',
  })
  people!: AuthorityPerson[];

  @Field(() => Int, {
    nullable: true,
    description: 'How many of them could sign; null for a role, whose members are not known here.',
  })
  count!: number | null;
}

@ObjectType({ description: 'A row of the authority matrix (核决权限).' })
export class AuthorityMatrixRow {
  @Field(() => String, { description: 'Role or party of the regulation.' })
  holder!: string;

  @Field(() => AuthorityRoleEnum, { description: 'The role that its members need.' })
  role!: Role;

  @Field(() => String, { description: 'Its name in the language of the request.' })
  label!: string;

  @Field(() => CurrencyCodeScalar, { description: 'The currency for which it holds.' })
  currency!: string;

  @Field(() => Money, { nullable: true, description: 'The most, inclusive; null is without limit.' })
  limit!: Money | null;

  @Field(() => String, { nullable: true, description: 'The condition under which it holds, in CEL.' })
  when!: string | null;

  @Field(() => AuthorityOriginEnum, { description: 'Who says so.' })
  origin!: 'TEXT' | 'ORGANISATION';

  @Field(() => String, { nullable: true, description: 'The sentence of the text.' })
  quote!: string | null;
}

@ObjectType({ description: 'Who must have signed for a kind of remedy; one of them is enough.' })
export class InstrumentApprovers {
  @Field(() => String, { description: 'The kind of remedy.' })
  remedy!: string;

  @Field(() => [String], { description: 'Roles and parties of the regulation.' })
  holders!: string[];
}

@ObjectType({ description: 'Who may decide on how much money, by the regulation in force at a moment.' })
export class AuthorityMatrix {
  @Field(() => String, { description: 'Code of the regulation.' })
  regulation!: string;

  @Field(() => Int, { description: 'Its version.' })
  version!: number;

  @Field(() => [AuthorityMatrixRow], { description: 'Its rows; none where nothing limits finance and managers.' })
  rows!: AuthorityMatrixRow[];

  @Field(() => [InstrumentApprovers], { description: 'Signatures that a kind of remedy needs besides.' })
  approvers!: InstrumentApprovers[];
}
