import {
  ListCost,
  PublicError,
  readConnection,
  requireRole,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { given } from '../../public-graph/mutation-input.gql';
import { CustomerProduct, CustomerProductConnection } from '../view-customer-file/customer-product.gql';
import { tracedProducts } from '../view-customer-file/customer-products.query';
import { CustomersOfProductArgs } from './trace-product.gql';

/** Traces products to those who have them, as a recall needs it (可追溯). */
@Resolver()
export class TraceProductResolver {
  constructor(private readonly database: Database) {}

  @ListCost()
  @Query(() => CustomerProductConnection, {
    description:
      'Who has the product with a serial number, or products of a batch; with both, both must hold. For those who handle, decide or audit.',
  })
  customersOfProduct(
    @Args(() => CustomersOfProductArgs) { serialNumber, batch, ...page }: CustomersOfProductArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<CustomerProduct>> {
    const { tenantId } = requireRole(context, 'handler', 'supervisor', 'manager', 'auditor');
    const traced = given({ serialNumber: serialNumber?.trim(), batch: batch?.trim() });
    if (Object.keys(traced).length === 0) {
      throw new PublicError('BAD_USER_INPUT', 'Give a serial number or a batch.');
    }
    const reader = this.database.reader(tenantId);
    return readConnection(context, reader, tracedProducts(traced), page, (row: CustomerProduct) => row);
  }
}
