import { requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { GOODS_RECEIVERS } from '../../access/access.rules';
import { unusableKey } from '../../public-graph/command-input.rules';
import type { ReceiptColumns } from '../model/receipt-file.model';
import type { WarehouseReceiptLoader } from '../view-receipts/warehouse-receipt.loader';
import {
  ImportWarehouseReceiptsInput,
  ImportWarehouseReceiptsPayload,
  type ReceiptColumnsInput,
} from './import-receipts.gql';
import { importReceipts, type ImportDependencies } from './import-receipts.handler';

@Resolver()
export class ImportReceiptsResolver {
  constructor(
    private readonly dependencies: ImportDependencies,
    private readonly receipts: WarehouseReceiptLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ImportWarehouseReceiptsPayload, {
    description:
      'Takes in a file of receipts; each receipt is recorded or refused by itself. For handlers, finance and administrators.',
  })
  async importWarehouseReceipts(
    @Arg('input', () => ImportWarehouseReceiptsInput, { description: 'The file.' })
    input: ImportWarehouseReceiptsInput,
    @Ctx() context: GraphContext,
  ): Promise<ImportWarehouseReceiptsPayload> {
    const { tenantId, subject } = requireRole(context, ...GOODS_RECEIVERS);
    const { idempotencyKey, name, format, contentBase64, columns, warehouse } = input;
    const reading = {
      ...{ format, columns: columnsOf(columns) },
      ...(warehouse === undefined ? {} : { warehouse }),
    };
    const content = Buffer.from(contentBase64, 'base64');
    const { outcome, replayed } =
      unusableKey(idempotencyKey) ??
      (await importReceipts({ tenantId, subject, idempotencyKey, name, content, reading }, this.dependencies));
    if (!outcome.ok) {
      return { import: null, existed: false, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    }
    const { importId, existed } = outcome.value;
    return { import: await this.receipts.import(context, importId), existed, replayed, userErrors: [] };
  }
}

function columnsOf(input: ReceiptColumnsInput): ReceiptColumns {
  const named = Object.entries(input).filter(([, name]) => typeof name === 'string');
  return Object.fromEntries(named) as unknown as ReceiptColumns;
}
