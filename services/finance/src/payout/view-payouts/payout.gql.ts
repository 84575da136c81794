import { DateTimeScalar, LocalDateScalar, Money, Node } from '@redress/graphql-runtime';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { PaymentState } from '../../payment/model/payment.transitions';
import { PAYOUT_MEANS, type PayoutMeans } from '../../payment/model/payout-means.model';
import { enumOf } from '../../public-graph/enum-of.gql';
import { PaymentStateEnum } from '../../settlement/view-settlements/settlement.gql';
import {
  EVIDENCE_STATES,
  PAYOUT_OUTCOMES,
  type EvidenceState,
  type PayoutOutcome,
} from '../model/payout-evidence.model';

export const PayoutMeansEnum = enumOf(PAYOUT_MEANS);
registerEnumType(PayoutMeansEnum, {
  name: 'PayoutMeans',
  description: 'How money reaches a payee.',
  valuesConfig: {
    PROVIDER: { description: 'Through a payment provider.' },
    BANK_TRANSFER: { description: 'By a bank transfer, in a file with others.' },
    MANUAL: { description: 'By a person, who proves it.' },
    STORE_CREDIT: { description: 'As a voucher.' },
    RECEIVABLE: { description: 'Taken off what the customer still owes.' },
  },
});

export const PayoutOutcomeEnum = enumOf(PAYOUT_OUTCOMES);
registerEnumType(PayoutOutcomeEnum, {
  name: 'PayoutOutcome',
  description: 'What became of a payment for which no provider speaks.',
  valuesConfig: {
    PAID: { description: 'The money left.' },
    REFUSED: { description: 'The bank did not carry it out, or sent it back.' },
  },
});

export const PayoutEvidenceStateEnum = enumOf(EVIDENCE_STATES);
registerEnumType(PayoutEvidenceStateEnum, {
  name: 'PayoutEvidenceState',
  description: 'Whether what a person says about a payment counts.',
  valuesConfig: {
    RECORDED: { description: 'Waits for a second person.' },
    CONFIRMED: { description: 'Confirmed: it counts.' },
    REJECTED: { description: 'Rejected: it does not count.' },
  },
});

/** GraphQL type `PayoutEvidence`. */
@ObjectType({ description: 'What a person says about a payment; it counts once another has confirmed it.' })
export class PayoutEvidence {
  @Field(() => ID, { description: 'Opaque id; pass it to `confirmPayoutEvidence`.' })
  id!: string;

  @Field(() => PayoutOutcomeEnum, { description: 'What became of the payment.' })
  outcome!: PayoutOutcome;

  @Field(() => LocalDateScalar, { description: 'The day on which it happened.' })
  happenedOn!: string;

  @Field(() => String, { description: 'Of the bank or the receipt.' })
  reference!: string;

  @Field(() => String, { description: 'Where the proof is.' })
  proof!: string;

  @Field(() => PayoutEvidenceStateEnum, { description: 'Whether it counts.' })
  state!: EvidenceState;

  @Field(() => String, { description: 'Who recorded it.' })
  recordedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who confirmed or rejected it.' })
  decidedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was confirmed or rejected.' })
  decidedAt!: Date | null;

  @Field(() => Int, { description: 'Grows with every change; pass it as `expectedVersion`.' })
  version!: number;
}

/** GraphQL type `PayeeAccount`. */
@ObjectType({ description: 'The account to which a payee is transferred money, masked.' })
export class PayeeAccount {
  @Field(() => String, { description: 'The first letter of the holder’s name.' })
  holder!: string;

  @Field(() => String, { description: 'The last four characters of the number.' })
  account!: string;

  @Field(() => String, { nullable: true, description: 'Clearing code of the bank, with an account that is no IBAN.' })
  bankCode!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was registered.' })
  registeredAt!: Date;
}

/** GraphQL type `Payout`. */
@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'One of the payments by which a settlement is paid.' })
export class Payout extends Node {
  @Field(() => Int, { description: 'Which of the settlement’s payments, from 1.' })
  sequence!: number;

  @Field(() => PayoutMeansEnum, { description: 'How the money reaches its payee.' })
  means!: PayoutMeans;

  @Field(() => String, { description: 'The provider, or the means, that pays.' })
  provider!: string;

  @Field(() => Money, { description: 'How much.' })
  amount!: Money;

  @Field(() => PaymentStateEnum, { description: 'What is known about it.' })
  state!: PaymentState;

  @Field(() => Int, { description: 'How many times the provider was asked to pay, always under one key.' })
  attempts!: number;

  @Field(() => String, { nullable: true, description: 'The provider’s own reference.' })
  providerReference!: string | null;

  @Field(() => String, { nullable: true, description: 'Why the last step did not settle it; for staff only.' })
  reason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The provider’s reference of the payment of the order that this gives back; for staff only.',
  })
  originalReference!: string | null;

  @Field(() => String, { nullable: true, description: 'Names a bank transfer on the statement.' })
  endToEndId!: string | null;

  @Field(() => Int, { nullable: true, description: 'Sequence of the payment that it stands in for.' })
  redirects!: number | null;

  @Field(() => Int, { nullable: true, description: 'Sequence of the payment that stands in for it.' })
  redirectedTo!: number | null;

  @Field(() => Int, { nullable: true, description: 'Which instalment of the settlement it pays.' })
  instalment!: number | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The first day on which it may be made; null when that is at once.',
  })
  notBefore!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was decided to pay.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when money may have moved without anybody knowing; null while that is not so.',
  })
  uncertainSince!: Date | null;

  readonly settlementId!: string;
  readonly beneficiary!: string;
}
