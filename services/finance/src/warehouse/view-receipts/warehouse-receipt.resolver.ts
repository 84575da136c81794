import {
  fromGlobalId,
  ListCost,
  readConnection,
  requireRole,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import { STAFF_ROLES } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ReturnLine } from '../../returns/view-returns/return.gql';
import type { ReturnLoader } from '../../returns/view-returns/return.loader';
import { toReceipt } from './to-warehouse-receipt.gql';
import { WarehouseReceiptConnection, WarehouseReceiptsArgs } from './warehouse-receipt-list.gql';
import { receiptList } from './warehouse-receipt-list.query';
import {
  ReceiptAllocation,
  ReceiptImport,
  ReceiptImportRow,
  WarehouseReceipt,
  WarehouseReceiptLine,
} from './warehouse-receipt.gql';
import type { WarehouseReceiptLoader } from './warehouse-receipt.loader';
import type { ReceiptRecord } from './warehouse-receipt.query';

@Resolver(() => WarehouseReceipt)
export class WarehouseReceiptResolver {
  constructor(
    private readonly database: Database,
    private readonly receipts: WarehouseReceiptLoader,
  ) {}

  @Directive('@authenticated')
  @ListCost()
  @Query(() => WarehouseReceiptConnection, { description: 'What warehouses signed for; for staff.' })
  async warehouseReceipts(
    @Args(() => WarehouseReceiptsArgs) args: WarehouseReceiptsArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<WarehouseReceipt>> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    const list = receiptList(args.where);
    return readConnection(context, this.database.reader(tenantId), list, args, (record: ReceiptRecord) =>
      toReceipt(record),
    );
  }

  @Directive('@authenticated')
  @Query(() => WarehouseReceipt, { nullable: true, description: 'A receipt by its id; for staff.' })
  async warehouseReceipt(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<WarehouseReceipt | null> {
    requireRole(context, ...STAFF_ROLES);
    const receiptId = fromGlobalId('WarehouseReceipt', id);
    return receiptId === undefined ? null : this.receipts.find(context, receiptId);
  }

  @FieldResolver(() => [WarehouseReceiptLine], { description: 'The goods.' })
  lines(@Root() { receiptId }: WarehouseReceipt, @Ctx() context: GraphContext): Promise<WarehouseReceiptLine[]> {
    return this.receipts.lines(context, receiptId);
  }
}

@Resolver(() => WarehouseReceiptLine)
export class WarehouseReceiptLineResolver {
  constructor(private readonly receipts: WarehouseReceiptLoader) {}

  @FieldResolver(() => [ReceiptAllocation], { description: 'The returns for which they are counted.' })
  allocations(
    @Root() { receiptLineId }: WarehouseReceiptLine,
    @Ctx() context: GraphContext,
  ): Promise<ReceiptAllocation[]> {
    return this.receipts.allocations(context, 'receiptLineId', receiptLineId);
  }
}

@Resolver(() => ReturnLine)
export class ReceiptsOfReturnLineResolver {
  constructor(private readonly loader: WarehouseReceiptLoader) {}

  @FieldResolver(() => [ReceiptAllocation], { description: 'The receipts that are counted for it, earliest first.' })
  receipts(@Root() { lineId }: ReturnLine, @Ctx() context: GraphContext): Promise<ReceiptAllocation[]> {
    return this.loader.allocations(context, 'returnLineId', lineId);
  }
}

@Resolver(() => ReceiptAllocation)
export class ReceiptAllocationResolver {
  constructor(
    private readonly loader: WarehouseReceiptLoader,
    private readonly returns: ReturnLoader,
  ) {}

  @FieldResolver(() => WarehouseReceipt, { nullable: true, description: 'The receipt of the goods.' })
  receipt(@Root() { receiptId }: ReceiptAllocation, @Ctx() context: GraphContext): Promise<WarehouseReceipt | null> {
    return this.loader.find(context, receiptId);
  }

  @FieldResolver(() => ReturnLine, { nullable: true, description: 'The line for which they are counted.' })
  returnLine(@Root() { returnLineId }: ReceiptAllocation, @Ctx() context: GraphContext): Promise<ReturnLine | null> {
    return this.returns.line(context, returnLineId);
  }
}

@Resolver(() => ReceiptImport)
export class ReceiptImportResolver {
  constructor(private readonly receipts: WarehouseReceiptLoader) {}

  @Directive('@authenticated')
  @Query(() => ReceiptImport, { nullable: true, description: 'A file of receipts by its id; for staff.' })
  async receiptImport(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<ReceiptImport | null> {
    requireRole(context, ...STAFF_ROLES);
    const importId = fromGlobalId('ReceiptImport', id);
    return importId === undefined ? null : this.receipts.import(context, importId);
  }

  @FieldResolver(() => [ReceiptImportRow], { description: 'What became of each row; empty until all was taken in.' })
  rows(@Root() { importId }: ReceiptImport, @Ctx() context: GraphContext): Promise<ReceiptImportRow[]> {
    return this.receipts.importRows(context, importId);
  }
}

@Resolver(() => ReceiptImportRow)
export class ReceiptImportRowResolver {
  constructor(private readonly receipts: WarehouseReceiptLoader) {}

  @FieldResolver(() => WarehouseReceipt, { nullable: true, description: 'The receipt that it is part of.' })
  async receipt(
    @Root() { receiptId }: ReceiptImportRow,
    @Ctx() context: GraphContext,
  ): Promise<WarehouseReceipt | null> {
    return receiptId === null ? null : this.receipts.find(context, receiptId);
  }
}
