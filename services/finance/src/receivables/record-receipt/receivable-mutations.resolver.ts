import {
  fromGlobalId,
  LocalDateScalar,
  MoneyInput,
  readMoney,
  requireRole,
  toUserErrors,
  UserError,
  type GraphContext,
} from '@redress/graphql-runtime';
import { accept } from '@redress/kernel';
import type { CommandResult } from '@redress/persistence';
import { Arg, Ctx, Directive, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { DECIDERS } from '../../access/access.rules';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import { disputeReceivable } from '../dispute-receivable/dispute-receivable.handler';
import { Receivable } from '../view-receivables/receivable.gql';
import { receivablesBy } from '../view-receivables/receivable-list.query';
import { recordReceipt, type RecordReceiptDependencies } from './record-receipt.handler';

@InputType({ description: 'What a customer paid.' })
export class RecordReceiptInput {
  @Field(() => String, { description: 'Made by the client; the same key acts once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The receivable.' })
  receivableId!: string;

  @Field(() => MoneyInput, { description: 'What was paid.' })
  amount!: MoneyInput;

  @Field(() => LocalDateScalar, { description: 'Day on which it came.' })
  receivedOn!: string;

  @Field(() => String, { description: 'Reference of the bank or the customer, 1 to 128 characters; recorded once.' })
  reference!: string;
}

@InputType({ description: 'Which receivable a customer disputes in which case.' })
export class DisputeReceivableInput {
  @Field(() => String, { description: 'Made by the client; the same key acts once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The receivable.' })
  receivableId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => MoneyInput, { nullable: true, description: 'How much of it; all that is owed where absent.' })
  amount?: MoneyInput;
}

@ObjectType({ description: 'What came of a change of a receivable.' })
export class ReceivablePayload {
  @Field(() => Receivable, { nullable: true, description: 'The receivable; null when it was refused.' })
  receivable!: Receivable | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@Resolver()
export class ReceivableMutationsResolver {
  constructor(private readonly dependencies: RecordReceiptDependencies) {}

  @Directive('@authenticated')
  @Mutation(() => ReceivablePayload, { description: 'Records that a customer paid. For finance and managers.' })
  async recordReceipt(
    @Arg('input', () => RecordReceiptInput, { description: 'What was paid.' }) input: RecordReceiptInput,
    @Ctx() context: GraphContext,
  ): Promise<ReceivablePayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const receivableId = fromGlobalId('Receivable', input.receivableId);
    const amount = readMoney(input.amount, ['input', 'amount']);
    const unusable = unusableKey(input.idempotencyKey);
    if (unusable !== undefined) return this.answer(unusable, context);
    if (receivableId === undefined) return this.answer(notFound('receivableId'), context);
    if (!amount.ok) return this.answer({ outcome: amount, replayed: false }, context);
    const command = { tenantId, subject, ...input, receivableId, amount: amount.value };
    return this.answer(await recordReceipt(command, this.dependencies), context);
  }

  @Directive('@authenticated')
  @Mutation(() => ReceivablePayload, {
    description:
      'Keeps a receivable, or a part of it, out of the collection rate as long as a case about it is open. For finance and managers.',
  })
  async disputeReceivable(
    @Arg('input', () => DisputeReceivableInput, { description: 'Which, and in which case.' })
    { amount: given, ...input }: DisputeReceivableInput,
    @Ctx() context: GraphContext,
  ): Promise<ReceivablePayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const receivableId = fromGlobalId('Receivable', input.receivableId);
    const caseId = fromGlobalId('Case', input.caseId);
    const amount = given === null || given === undefined ? accept(undefined) : readMoney(given, ['input', 'amount']);
    const unusable = unusableKey(input.idempotencyKey);
    if (unusable !== undefined) return this.answer(unusable, context);
    if (receivableId === undefined) return this.answer(notFound('receivableId'), context);
    if (caseId === undefined) return this.answer(notFound('caseId'), context);
    if (!amount.ok) return this.answer({ outcome: amount, replayed: false }, context);
    const minor = amount.value === undefined ? {} : { amountMinor: amount.value.amountMinor };
    const command = { tenantId, subject, ...input, receivableId, caseId, ...minor };
    return this.answer(await disputeReceivable(command, this.dependencies), context);
  }

  private async answer(
    { outcome, replayed }: CommandResult<string>,
    context: GraphContext,
  ): Promise<ReceivablePayload> {
    if (!outcome.ok) return { receivable: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const reader = this.dependencies.database.reader(context.viewer.tenantId);
    const seen = (await receivablesBy(reader, [outcome.value])).get(outcome.value);
    return { receivable: seen ?? null, replayed, userErrors: [] };
  }
}
