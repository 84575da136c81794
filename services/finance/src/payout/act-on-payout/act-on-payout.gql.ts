import { LocalDateScalar, UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import type { PayoutOutcome } from '../model/payout-evidence.model';
import type { RedirectableMeans } from '../redirect-payout/redirect-payout.handler';
import { Payout, PayoutOutcomeEnum } from '../view-payouts/payout.gql';

const KEY = 'Made by the client; the same key acts once. 1 to 128 characters.';

export const RedirectableMeansEnum = enumOf(['PROVIDER', 'BANK_TRANSFER', 'MANUAL'] as const);
registerEnumType(RedirectableMeansEnum, {
  name: 'RedirectableMeans',
  description: 'A way in which a person may have something paid.',
  valuesConfig: {
    PROVIDER: { description: 'Through a payment provider that can pay anybody.' },
    BANK_TRANSFER: { description: 'By bank transfer, to the account of the payee.' },
    MANUAL: { description: 'By a person, who proves it.' },
  },
});

@InputType({ description: 'Which payment to take further now.' })
export class RetryPayoutInput {
  @Field(() => ID, { description: 'The payment.' })
  payoutId!: string;

  @Field(() => String, { description: KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'Which payment to pay in another way, and how.' })
export class RedirectPayoutInput extends RetryPayoutInput {
  @Field(() => RedirectableMeansEnum, { description: 'The other way.' })
  means!: RedirectableMeans;

  @Field(() => String, { nullable: true, description: 'Which provider; only with PROVIDER.' })
  provider?: string | null;
}

@InputType({ description: 'How to pay what cannot go back to where it came from.' })
export class SetPayoutRouteInput {
  @Field(() => RedirectableMeansEnum, { description: 'The way.' })
  means!: RedirectableMeans;

  @Field(() => String, { nullable: true, description: 'Which provider; only with PROVIDER.' })
  provider?: string | null;

  @Field(() => Int, { defaultValue: 0, description: 'The version that was seen; 0 when nothing was set yet.' })
  expectedVersion!: number;

  @Field(() => String, { description: KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'A payment that somebody made by hand, and the proof of it.' })
export class RecordManualPaymentInput extends RetryPayoutInput {
  @Field(() => LocalDateScalar, { description: 'The day on which it was made; not in the future.' })
  paidOn!: string;

  @Field(() => String, { description: 'Of the bank or the receipt, 1 to 128 characters; no two payments share one.' })
  reference!: string;

  @Field(() => String, { description: 'Where the proof is: a note or the id of a file, 1 to 500 characters.' })
  proof!: string;
}

@InputType({ description: 'What the bank did with a transfer, and the proof of it.' })
export class RecordBankTransferOutcomeInput extends RetryPayoutInput {
  @Field(() => PayoutOutcomeEnum, { description: 'Whether it was carried out.' })
  outcome!: PayoutOutcome;

  @Field(() => LocalDateScalar, { description: 'The day on which that happened; not in the future.' })
  happenedOn!: string;

  @Field(() => String, { description: 'Of the bank, 1 to 128 characters; no two payments share one.' })
  reference!: string;

  @Field(() => String, { description: 'Where the proof is: a note or the id of a file, 1 to 500 characters.' })
  proof!: string;
}

@InputType({ description: 'Which evidence to confirm or reject, as it was seen.' })
export class ConfirmPayoutEvidenceInput {
  @Field(() => ID, { description: 'The evidence.' })
  evidenceId!: string;

  @Field(() => Boolean, { description: 'Whether it is right; false rejects it.' })
  accepted!: boolean;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: KEY })
  idempotencyKey!: string;
}

@ObjectType({ description: 'What came of acting on a payment to a payee.' })
export class PayoutPayload {
  @Field(() => Payout, {
    nullable: true,
    description: 'The payment, or the one that stands in for it; null when it was refused.',
  })
  payout!: Payout | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'How an organisation pays what cannot go back to where it came from.' })
export class PayoutRoute {
  @Field(() => RedirectableMeansEnum, { description: 'The way.' })
  means!: RedirectableMeans;

  @Field(() => String, { description: 'The provider, or the name of the means.' })
  provider!: string;

  @Field(() => Int, { description: 'Grows with every change; 0 while nothing was set. Pass it as `expectedVersion`.' })
  version!: number;
}

@ObjectType({ description: 'What came of `setPayoutRoute`.' })
export class PayoutRoutePayload {
  @Field(() => PayoutRoute, { nullable: true, description: 'How it is paid now; null when it was refused.' })
  route!: PayoutRoute | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
