import {
  ConnectionArgs,
  CurrencyCodeScalar,
  ListCost,
  LocalDateScalar,
  readConnection,
  requireRole,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { BOOK_READERS } from '../../access/access.rules';
import { DepartmentLoss, SupplierClaim, SupplierClaimConnection } from './loss.gql';
import { CLAIM_LIST, lossByDepartment, toClaim } from './loss.query';

@Resolver()
export class LossResolver {
  constructor(private readonly database: Database) {}

  @Directive('@authenticated')
  @Query(() => [DepartmentLoss], {
    description: 'What cases cost each department, most first. For finance, managers, auditors and administrators.',
  })
  lossByDepartment(
    @Arg('from', () => LocalDateScalar, { description: 'First day of determination (UTC).' }) from: string,
    @Arg('to', () => LocalDateScalar, { description: 'Last day of determination.' }) to: string,
    @Arg('currency', () => CurrencyCodeScalar, { description: 'The currency.' }) currency: string,
    @Ctx() context: GraphContext,
  ): Promise<DepartmentLoss[]> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    return lossByDepartment(this.database.reader(tenantId), { from, to, currency });
  }

  @Directive('@authenticated')
  @ListCost()
  @Query(() => SupplierClaimConnection, {
    description:
      'Claims on suppliers as the books have them, latest first. For finance, managers, auditors and administrators.',
  })
  supplierClaims(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<SupplierClaim>> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    return readConnection(context, this.database.reader(tenantId), CLAIM_LIST, args, toClaim);
  }
}
