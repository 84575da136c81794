import { DateTimeScalar, Money } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ClaimState, Responsible as ResponsibleName, SanctionState as State } from '../model/responsibility.model';
import { HeldCopy } from './paper-copy.gql';

export const Responsible = {
  DEPARTMENT: 'DEPARTMENT',
  PERSON: 'PERSON',
  SUPPLIER: 'SUPPLIER',
  OTHER_COMPANY: 'OTHER_COMPANY',
  NOBODY: 'NOBODY',
} as const satisfies Record<ResponsibleName, ResponsibleName>;
registerEnumType(Responsible, {
  name: 'Responsible',
  description: 'Who is responsible.',
  valuesConfig: {
    DEPARTMENT: { description: 'A department.' },
    PERSON: { description: 'A member of staff.' },
    SUPPLIER: { description: 'A supplier of materials.' },
    OTHER_COMPANY: { description: 'Another company.' },
    NOBODY: { description: 'Nobody.' },
  },
});

export const SanctionState = {
  PROPOSED: 'PROPOSED',
  APPROVED: 'APPROVED',
  REJECTED: 'REJECTED',
} as const satisfies Record<State, State>;
registerEnumType(SanctionState, {
  name: 'SanctionState',
  description: 'Where a sanction stands.',
  valuesConfig: {
    PROPOSED: { description: 'Waits for its approval.' },
    APPROVED: { description: 'Approved.' },
    REJECTED: { description: 'Not approved.' },
  },
});

export const SupplierClaimState = {
  OPEN: 'OPEN',
  AGREED: 'AGREED',
  REJECTED: 'REJECTED',
  PAID: 'PAID',
} as const satisfies Record<ClaimState, ClaimState>;
registerEnumType(SupplierClaimState, {
  name: 'SupplierClaimState',
  description: 'Where a claim on a third party stands.',
  valuesConfig: {
    OPEN: { description: 'Made.' },
    AGREED: { description: 'The third party agreed to pay.' },
    REJECTED: { description: 'The third party does not pay.' },
    PAID: { description: 'Paid.' },
  },
});

@ObjectType({ description: 'A line of the computation of a loss: quantity times the amount of the base.' })
export class LossLine {
  @Field(() => String, { description: 'Entry of the organisation’s base.' })
  entry!: string;

  @Field(() => Int, { description: 'How often it counts.' })
  quantity!: number;

  @Field(() => Money, { description: 'What the base says for one.' })
  unit!: Money;

  @Field(() => Money, { description: 'Quantity times that.' })
  amount!: Money;
}

@ObjectType({ description: 'Who was found responsible (责任归属的判定).' })
export class Responsibility {
  @Field(() => ID, { description: 'Id of the determination within its case.' })
  id!: string;

  @Field(() => Responsible, { description: 'What they are.' })
  responsible!: ResponsibleName;

  @Field(() => String, { nullable: true, description: 'Code of the unit or party.' })
  department!: string | null;

  @Field(() => String, { nullable: true, description: 'Subject of the member of staff.' })
  person!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the supplier or other company.' })
  thirdParty!: string | null;

  @Field(() => String, { description: 'Why.' })
  reasons!: string;

  @Field(() => Money, { nullable: true, description: 'What it costs the department by the organisation’s base.' })
  loss!: Money | null;

  @Field(() => [LossLine], { description: 'How that was computed.' })
  lossLines!: LossLine[];

  @Field(() => String, { description: 'Subject of the person who determined it.' })
  determinedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  determinedAt!: Date;
}

@ObjectType({ description: 'A sanction of the regulation’s ladder.' })
export class Sanction {
  @Field(() => ID, { description: 'Id of the sanction within its case.' })
  id!: string;

  @Field(() => ID, { description: 'Global id of the case.' })
  caseId!: string;

  @Field(() => ID, { description: 'The determination that it rests on.' })
  determinationId!: string;

  @Field(() => String, { description: 'Its code in the regulation.' })
  sanction!: string;

  @Field(() => String, { nullable: true, description: 'What the regulation calls it.' })
  label!: string | null;

  @Field(() => SanctionState, { description: 'Where it stands.' })
  state!: State;

  @Field(() => String, { nullable: true, description: 'Subject of the person concerned.' })
  person!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the department concerned.' })
  department!: string | null;

  @Field(() => Money, { nullable: true, description: 'Of a penalty on a bonus.' })
  amount!: Money | null;

  @Field(() => String, { description: 'Why it was proposed.' })
  reason!: string;

  @Field(() => String, { description: 'Subject of the person who proposed it.' })
  proposedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Subject of the person who decided.' })
  decidedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was not approved.' })
  decisionReason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published among the staff.' })
  publishedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Number of its penalty notice (处罚通知单).' })
  noticeNumber!: string | null;

  @Field(() => [HeldCopy], { description: 'Copies of the notice and who keeps them.' })
  noticeCopies!: HeldCopy[];
}

@ObjectType({ description: 'What a supplier or another company is held to pay.' })
export class SupplierClaim {
  @Field(() => ID, { description: 'Id of the claim within its case.' })
  id!: string;

  @Field(() => String, { description: 'Name of the third party.' })
  thirdParty!: string;

  @Field(() => SupplierClaimState, { description: 'Where it stands.' })
  state!: ClaimState;

  @Field(() => Money, { description: 'How much.' })
  amount!: Money;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'What became of it.' })
  outcome!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided last.' })
  decidedAt!: Date | null;
}

@ObjectType({ description: 'Approved sanctions of the cases that were closed in a month, for review.' })
export class SanctionReview {
  @Field(() => String, { description: 'The month, for example `2026-03`.' })
  month!: string;

  @Field(() => String, { description: 'The day by which it is reviewed and passed on: the 10th of the month after.' })
  dueOn!: string;

  @Field(() => [Sanction], { description: 'The sanctions, by the time of their approval.' })
  sanctions!: Sanction[];
}
