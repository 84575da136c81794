import {
  fromGlobalId,
  ListCost,
  readConnection,
  requireRole,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import { hasRole } from '@redress/kernel';
import type { CommandResult, Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { BOOK_READERS, DECIDERS } from '../../access/access.rules';
import { PayoutPayload } from '../../payout/act-on-payout/act-on-payout.gql';
import type { PayoutLoader } from '../../payout/view-payouts/payout.loader';
import type { FileLinks } from '../../public-files/file-links';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import { createBatch, type CreateBatchDependencies } from '../create-batch/create-batch.handler';
import { decideBatch, type DecideBatchDependencies } from '../decide-batch/decide-batch.handler';
import type { BatchStep } from '../model/transfer-batch.model';
import {
  registerPayeeAccount,
  type PayeeAccountDependencies,
} from '../register-payee-account/register-payee-account.handler';
import {
  BankTransferBatch,
  BankTransferBatchConnection,
  BankTransferBatchesArgs,
  BankTransferBatchInput,
  BankTransferBatchPayload,
  CreateBankTransferBatchInput,
  RegisterPayeeAccountInput,
} from './transfer-batch.gql';
import { toBatch, type TransferBatchLoader } from './transfer-batch.loader';
import { batchList, type BatchRecord } from './transfer-batch.query';

type Dependencies = CreateBatchDependencies & DecideBatchDependencies & PayeeAccountDependencies;

@Resolver(() => BankTransferBatch)
export class BankTransferBatchResolver {
  constructor(
    private readonly database: Database,
    private readonly dependencies: Dependencies,
    private readonly batches: TransferBatchLoader,
    private readonly payouts: PayoutLoader,
    private readonly links: FileLinks['transfers'],
  ) {}

  @Directive('@authenticated')
  @Query(() => BankTransferBatch, { nullable: true, description: 'A file of bank transfers by its id.' })
  async bankTransferBatch(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<BankTransferBatch | null> {
    requireRole(context, ...BOOK_READERS);
    const batchId = fromGlobalId('BankTransferBatch', id);
    return batchId === undefined ? null : this.batches.find(context, batchId);
  }

  @Directive('@authenticated')
  @ListCost()
  @Query(() => BankTransferBatchConnection, { description: 'Files of bank transfers, latest first.' })
  async bankTransferBatches(
    @Args(() => BankTransferBatchesArgs) args: BankTransferBatchesArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<BankTransferBatch>> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    const reader = this.database.reader(tenantId);
    return readConnection(context, reader, batchList(args.state), args, (record: BatchRecord) => toBatch(record));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The file for the bank, ISO 20022 pain.001.001.09; null until it is released. It names payees and their accounts, so it is for finance and managers.',
  })
  async file(@Root() { id }: BankTransferBatch, @Ctx() context: GraphContext): Promise<string | null> {
    const batchId = fromGlobalId('BankTransferBatch', id);
    return batchId === undefined || !hasRole(context.viewer, ...DECIDERS) ? null : this.batches.file(context, batchId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where the file is fetched for the next five minutes, by whoever has the address; null until it is released. For finance and managers.',
  })
  fileUrl(@Root() { id, fileSha256 }: BankTransferBatch, @Ctx() { viewer }: GraphContext): string | null {
    const batchId = fromGlobalId('BankTransferBatch', id);
    const seen = batchId !== undefined && fileSha256 !== null && hasRole(viewer, ...DECIDERS);
    return seen ? this.links.download(viewer.tenantId, batchId) : null;
  }

  @Directive('@authenticated')
  @Mutation(() => PayoutPayload, {
    description:
      'Keeps the account to which the payee of a payment is transferred money, in the place of an earlier one. For finance and managers.',
  })
  async registerPayeeAccount(
    @Arg('input', () => RegisterPayeeAccountInput, { description: 'The account.' }) input: RegisterPayeeAccountInput,
    @Ctx() context: GraphContext,
  ): Promise<PayoutPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const payoutId = fromGlobalId('Payout', input.payoutId);
    const { bankCode, ...rest } = input;
    const code = bankCode === null || bankCode === undefined ? {} : { bankCode };
    const result =
      unusableKey(input.idempotencyKey) ??
      (payoutId === undefined
        ? notFound('payoutId')
        : await registerPayeeAccount({ ...rest, ...code, tenantId, subject, payoutId }, this.dependencies));
    return this.payouts.answer(result, context);
  }

  @Directive('@authenticated')
  @Mutation(() => BankTransferBatchPayload, {
    description:
      'Collects up to 200 payments that wait for a bank transfer, and whose payees have an account, into a draft. For finance and managers.',
  })
  async createBankTransferBatch(
    @Arg('input', () => CreateBankTransferBatchInput, { description: 'Which, and who pays.' })
    input: CreateBankTransferBatchInput,
    @Ctx() context: GraphContext,
  ): Promise<BankTransferBatchPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const debtorAccountId = fromGlobalId('BankAccount', input.debtorAccountId);
    const result =
      unusableKey(input.idempotencyKey) ??
      (debtorAccountId === undefined
        ? notFound('debtorAccountId')
        : await createBatch({ ...input, tenantId, subject, debtorAccountId }, this.dependencies));
    return this.batches.answer(result, context);
  }

  @Directive('@authenticated')
  @Mutation(() => BankTransferBatchPayload, {
    description: 'Releases a file that another person made; from then on its payments are on their way.',
  })
  releaseBankTransferBatch(
    @Arg('input', () => BankTransferBatchInput, { description: 'Which, as it was seen.' })
    input: BankTransferBatchInput,
    @Ctx() context: GraphContext,
  ): Promise<BankTransferBatchPayload> {
    return this.decide('release', input, context);
  }

  @Directive('@authenticated')
  @Mutation(() => BankTransferBatchPayload, { description: 'Says that a released file was taken to the bank.' })
  markBankTransferBatchSent(
    @Arg('input', () => BankTransferBatchInput, { description: 'Which, as it was seen.' })
    input: BankTransferBatchInput,
    @Ctx() context: GraphContext,
  ): Promise<BankTransferBatchPayload> {
    return this.decide('markSent', input, context);
  }

  @Directive('@authenticated')
  @Mutation(() => BankTransferBatchPayload, { description: 'Gives up a draft; its payments wait for another file.' })
  cancelBankTransferBatch(
    @Arg('input', () => BankTransferBatchInput, { description: 'Which, as it was seen.' })
    input: BankTransferBatchInput,
    @Ctx() context: GraphContext,
  ): Promise<BankTransferBatchPayload> {
    return this.decide('cancel', input, context);
  }

  private async decide(
    step: BatchStep,
    input: BankTransferBatchInput,
    context: GraphContext,
  ): Promise<BankTransferBatchPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const batchId = fromGlobalId('BankTransferBatch', input.batchId);
    const result: CommandResult<string> =
      unusableKey(input.idempotencyKey) ??
      (batchId === undefined
        ? notFound('batchId')
        : await decideBatch({ ...input, tenantId, subject, batchId, step }, this.dependencies));
    return this.batches.answer(result, context);
  }
}
