import { requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { GOODS_RECEIVERS } from '../../access/access.rules';
import { unusableKey } from '../../public-graph/command-input.rules';
import type { WarehouseReceiptLoader } from '../view-receipts/warehouse-receipt.loader';
import {
  RecordWarehouseReceiptInput,
  RecordWarehouseReceiptPayload,
  type ReceivedGoodsInput,
} from './record-receipt.gql';
import { recordReceipt, type ReceiptDependencies } from './record-receipt.handler';

@Resolver()
export class RecordReceiptResolver {
  constructor(
    private readonly dependencies: ReceiptDependencies,
    private readonly receipts: WarehouseReceiptLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => RecordWarehouseReceiptPayload, {
    description:
      'Records what a warehouse signed for and counts it on the returns it fits; what does not fit is held. For handlers, finance and administrators.',
  })
  async recordWarehouseReceipt(
    @Arg('input', () => RecordWarehouseReceiptInput, { description: 'The receipt.' })
    input: RecordWarehouseReceiptInput,
    @Ctx() context: GraphContext,
  ): Promise<RecordWarehouseReceiptPayload> {
    const { tenantId, subject } = requireRole(context, ...GOODS_RECEIVERS);
    const { idempotencyKey, warehouse, reference, receivedAt, note, lines } = input;
    const content = {
      ...{ warehouse, reference, receivedAt, lines: lines.map(goodsOf) },
      ...(note === undefined ? {} : { note }),
    };
    const { outcome, replayed } =
      unusableKey(idempotencyKey) ??
      (await recordReceipt({ tenantId, subject, idempotencyKey, content }, this.dependencies));
    if (!outcome.ok) {
      return { receipt: null, existed: false, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    }
    const { receiptId, existed } = outcome.value;
    return { receipt: await this.receipts.find(context, receiptId), existed, replayed, userErrors: [] };
  }
}

function goodsOf({ returnNumber, orderNumber, lineNumber, product, quantity, damaged, complete }: ReceivedGoodsInput) {
  return {
    ...(returnNumber === undefined ? {} : { returnNumber }),
    ...(orderNumber === undefined ? {} : { orderNumber }),
    ...(lineNumber === undefined ? {} : { lineNumber }),
    ...(product === undefined ? {} : { product }),
    ...{ quantity, damaged, complete },
  };
}
