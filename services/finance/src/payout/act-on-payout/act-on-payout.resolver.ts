import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import type { CommandResult } from '@redress/persistence';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { DECIDERS } from '../../access/access.rules';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import { confirmEvidence } from '../prove-payout/confirm-evidence.handler';
import { recordEvidence, type ProofDependencies } from '../prove-payout/record-evidence.handler';
import { redirectPayout, type RedirectDependencies } from '../redirect-payout/redirect-payout.handler';
import { retryPayout } from '../retry-payout/retry-payout.handler';
import type { PayoutLoader } from '../view-payouts/payout.loader';
import {
  ConfirmPayoutEvidenceInput,
  PayoutPayload,
  RecordBankTransferOutcomeInput,
  RecordManualPaymentInput,
  RedirectPayoutInput,
  RetryPayoutInput,
} from './act-on-payout.gql';

/** Who acts, on which payment. */
interface Act {
  readonly tenantId: string;
  readonly subject: string;
  readonly payoutId: string;
}

@Resolver()
export class ActOnPayoutResolver {
  constructor(
    private readonly dependencies: RedirectDependencies & ProofDependencies,
    private readonly payouts: PayoutLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => PayoutPayload, {
    description: 'Takes the next step of a payment now instead of after its pause. For finance and managers.',
  })
  retryPayout(
    @Arg('input', () => RetryPayoutInput, { description: 'Which.' }) input: RetryPayoutInput,
    @Ctx() context: GraphContext,
  ): Promise<PayoutPayload> {
    return this.act(context, input, (act) => retryPayout({ ...input, ...act }, this.dependencies));
  }

  @Directive('@authenticated')
  @Mutation(() => PayoutPayload, {
    description:
      'Pays the same amount in another way, where the payment was declined or nobody was asked to pay it yet; never where it is not known. For finance and managers.',
  })
  redirectPayout(
    @Arg('input', () => RedirectPayoutInput, { description: 'Which, and how.' }) input: RedirectPayoutInput,
    @Ctx() context: GraphContext,
  ): Promise<PayoutPayload> {
    const { provider, ...rest } = input;
    const by = provider === null || provider === undefined ? {} : { provider };
    return this.act(context, input, (act) => redirectPayout({ ...rest, ...by, ...act }, this.dependencies));
  }

  @Directive('@authenticated')
  @Mutation(() => PayoutPayload, {
    description:
      'Records that a payment was made by hand; it counts once another person has confirmed it. For finance and managers.',
  })
  recordManualPayment(
    @Arg('input', () => RecordManualPaymentInput, { description: 'What was paid.' }) input: RecordManualPaymentInput,
    @Ctx() context: GraphContext,
  ): Promise<PayoutPayload> {
    const { paidOn: happenedOn, ...rest } = input;
    return this.act(context, input, (act) =>
      recordEvidence({ ...rest, ...act, happenedOn, outcome: 'PAID', means: 'MANUAL' }, this.dependencies),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => PayoutPayload, {
    description:
      'Records what the bank did with a transfer; it counts once another person has confirmed it. For finance and managers.',
  })
  recordBankTransferOutcome(
    @Arg('input', () => RecordBankTransferOutcomeInput, { description: 'What became of it.' })
    input: RecordBankTransferOutcomeInput,
    @Ctx() context: GraphContext,
  ): Promise<PayoutPayload> {
    return this.act(context, input, (act) =>
      recordEvidence({ ...input, ...act, means: 'BANK_TRANSFER' }, this.dependencies),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => PayoutPayload, {
    description:
      'Confirms or rejects what another person recorded of a payment, and moves the payment on by it. For finance and managers.',
  })
  async confirmPayoutEvidence(
    @Arg('input', () => ConfirmPayoutEvidenceInput, { description: 'Which, and whether it is right.' })
    input: ConfirmPayoutEvidenceInput,
    @Ctx() context: GraphContext,
  ): Promise<PayoutPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const evidenceId = fromGlobalId('PayoutEvidence', input.evidenceId);
    const result =
      unusableKey(input.idempotencyKey) ??
      (evidenceId === undefined
        ? notFound('evidenceId')
        : await confirmEvidence({ ...input, tenantId, subject, evidenceId }, this.dependencies));
    return this.payouts.answer(result, context);
  }

  private async act(
    context: GraphContext,
    { idempotencyKey, payoutId: globalId }: RetryPayoutInput,
    run: (act: Act) => Promise<CommandResult<string>>,
  ): Promise<PayoutPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const payoutId = fromGlobalId('Payout', globalId);
    const result =
      unusableKey(idempotencyKey) ??
      (payoutId === undefined ? notFound('payoutId') : await run({ tenantId, subject, payoutId }));
    return this.payouts.answer(result, context);
  }
}
