import { REMEDY_KINDS } from '@redress/contracts';
import { DateTimeScalar, Money, Node } from '@redress/graphql-runtime';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import type { Account, Side } from '../../ledger/model/account.model';
import { AccountEnum, SideEnum } from '../../ledger/view-trial-balance/ledger.gql';
import { PAYMENT_STATES, type PaymentState } from '../../payment/model/payment.transitions';
import type { Instrument } from '../model/settlement.model';
import { SETTLEMENT_STATES, type SettlementState } from '../model/settlement.transitions';

export const SettlementStateEnum = enumOf(SETTLEMENT_STATES);
registerEnumType(SettlementStateEnum, {
  name: 'SettlementState',
  description: 'Where a settlement stands.',
  valuesConfig: {
    PROPOSED: { description: 'Drawn up within its ceiling; waits for the complainant to agree.' },
    RELEASED: { description: 'The complainant agreed; waits for finance.' },
    APPROVED: { description: 'Finance approved it; the debt is booked and the payment is due.' },
    PAYING: {
      description: 'Payment was begun; what was declined or is not due yet is owed still, see `payouts`.',
    },
    COMPLETED: { description: 'Paid and booked.' },
    REFUSED: { description: 'Could not be drawn up; nothing was reserved.' },
    REJECTED: { description: 'Finance rejected it; the reservation was given back.' },
    CANCELLED: { description: 'The resolution behind it fell away; the reservation was given back.' },
    FAILED: {
      description:
        'It could not be paid and finance gave it up; the booking was reversed and the reservation given back.',
    },
  },
});

export const SettlementInstrumentEnum = enumOf(REMEDY_KINDS);
registerEnumType(SettlementInstrumentEnum, {
  name: 'SettlementInstrument',
  description: 'The kind of remedy that carries the money.',
  valuesConfig: {
    REFUND: { description: 'Money back for what was paid.' },
    PRICE_REDUCTION: { description: 'A lower price for goods or a service kept.' },
    ALLOWANCE: {
      description: 'Sales allowance (销货折让): a concession after the sale, the goods stay with the buyer.',
    },
    RETURN: { description: 'Money back for goods that come back (销货退回).' },
    EXCHANGE: { description: 'Money that an exchange leaves over.' },
    REPAIR: { description: 'The cost of a repair.' },
    COMPENSATION: { description: 'Damages beyond the goods themselves.' },
    STORE_CREDIT: { description: 'A voucher or credit to be spent at the organisation.' },
    GOODWILL: { description: 'Given without owing it, from the goodwill budget of the month.' },
    APOLOGY: { description: 'Carries no money and is refused with one.' },
    SERVICE_IMPROVEMENT: { description: 'Carries no money and is refused with one.' },
    AGREEMENT_SURRENDER: { description: 'The value of a policy that is surrendered by agreement (协议退保).' },
  },
});

export const PaymentStateEnum = enumOf(PAYMENT_STATES);
registerEnumType(PaymentStateEnum, {
  name: 'PaymentState',
  description: 'What is known about the payout.',
  valuesConfig: {
    PENDING: { description: 'The provider is to be asked.' },
    SENT: { description: 'The provider is being asked right now.' },
    UNKNOWN: { description: 'No answer that proves anything; only evidence from the provider ends this.' },
    SUCCEEDED: { description: 'The provider paid.' },
    DECLINED: { description: 'The provider declined for good.' },
  },
});

export const SettlementActionEnum = enumOf(['APPROVE', 'REJECT', 'ENDORSE']);
registerEnumType(SettlementActionEnum, {
  name: 'SettlementAction',
  description: 'What the viewer may do with a settlement now.',
  valuesConfig: {
    APPROVE: { description: 'Approve it; see `approveSettlement`.' },
    REJECT: { description: 'Reject it; see `rejectSettlement`.' },
    ENDORSE: { description: 'Sign it and hand it up; see `endorseSettlement`.' },
  },
});

/** GraphQL type `DisputedLine`. */
@ObjectType({ description: 'The line of an order that a settlement is about.' })
export class DisputedLine {
  @Field(() => String, { description: 'Number of the order.' })
  orderNumber!: string;

  @Field(() => Int, { description: 'Number of the line within the order.' })
  lineNumber!: number;
}

/** GraphQL type `Posting`. */
@ObjectType({ description: 'One line of a booking in double entry.' })
export class Posting {
  @Field(() => AccountEnum, { description: 'The account.' })
  account!: Account;

  @Field(() => SideEnum, { description: 'The side of the account.' })
  side!: Side;

  @Field(() => Money, { description: 'The amount, always positive.' })
  amount!: Money;

  @Field(() => DateTimeScalar, { description: 'When it was booked.' })
  bookedAt!: Date;
}

/** GraphQL type `SettlementPayment`. */
@ObjectType({ description: 'The payout of a settlement through a payment provider.' })
export class SettlementPayment {
  @Field(() => PaymentStateEnum, { description: 'What is known about it.' })
  state!: PaymentState;

  @Field(() => Int, { description: 'How many times the provider was asked to pay, always under one key.' })
  attempts!: number;

  @Field(() => String, { nullable: true, description: 'The provider’s own reference of the payment.' })
  providerReference!: string | null;

  @Field(() => String, { nullable: true, description: 'Why the last step did not settle it; for staff only.' })
  reason!: string | null;
}

/** GraphQL type `SettlementPart`. */
@ObjectType({ description: 'One piece of a settlement, with its own instrument, subject and payee.' })
export class SettlementPart {
  @Field(() => Int, { description: 'Its number within the settlement, from 1.' })
  part!: number;

  @Field(() => SettlementInstrumentEnum, { description: 'The kind of remedy.' })
  instrument!: Instrument;

  @Field(() => Money, { description: 'What it comes to.' })
  amount!: Money;

  @Field(() => String, { nullable: true, description: 'Number of the order that it is about.' })
  orderNumber!: string | null;

  @Field(() => Int, { nullable: true, description: 'Number of the line within the order.' })
  lineNumber!: number | null;

  @Field(() => String, { nullable: true, description: 'Code of the tax, fee or shipping that it gives back.' })
  charge!: string | null;

  @Field(() => String, { nullable: true, description: 'How much of the line it is about, as a decimal.' })
  quantity!: string | null;

  @Field(() => Boolean, { description: 'Whether the complainant is paid, and not somebody else.' })
  toComplainant!: boolean;
}

/** GraphQL type `Settlement`. */
@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  description: 'Money promised by one remedy of an approved resolution, on its way to the complainant.',
})
export class Settlement extends Node {
  @Field(() => String, { description: 'Number that people use, for example `S2026-000017`.' })
  number!: string;

  @Field(() => SettlementStateEnum, { description: 'Where it stands.' })
  state!: SettlementState;

  @Field(() => SettlementInstrumentEnum, { description: 'The kind of remedy that carries the money.' })
  instrument!: Instrument;

  @Field(() => Money, { description: 'What is to be paid.' })
  amount!: Money;

  @Field(() => DisputedLine, { nullable: true, description: 'The order line that it is about.' })
  orderLine!: DisputedLine | null;

  @Field(() => [SettlementPart], { description: 'What the amount is made up of; they come to it exactly.' })
  parts!: SettlementPart[];

  @Field(() => SettlementPayment, {
    nullable: true,
    description: 'The first payout; null until finance has approved. See `payouts` for all of them.',
  })
  payment!: SettlementPayment | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it was refused, rejected, cancelled or failed: a stable code, or what finance wrote when it rejected.',
  })
  reason!: string | null;

  @Field(() => Money, {
    nullable: true,
    description: 'What was left under the ceiling, when that is why it was refused.',
  })
  maximum!: Money | null;

  @Field(() => String, { nullable: true, description: 'Who approved or rejected it in finance; for staff only.' })
  decidedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was approved or rejected.' })
  decidedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When it was drawn up.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was paid.' })
  completedAt!: Date | null;

  @Field(() => Int, { description: 'Grows with every change; pass it as `expectedVersion`.' })
  version!: number;

  readonly customerId!: string;
  readonly caseId!: string;
  readonly complaintId!: string;
  readonly resolutionProposedBy!: string;
  readonly resolutionApprovedBy!: string;
}

/** Finance's part of the type `Case`. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A complaint on its way through the stages of its regulation.' })
export class Case {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  id!: string;
}

/** Finance's part of the type `Complaint`. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'What a customer complains about.' })
export class Complaint {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  id!: string;
}
