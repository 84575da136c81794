import { CurrencyCodeScalar, LocalDateScalar, requireRole, type GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { BOOK_READERS } from '../../access/access.rules';
import { AgedPayable, ComplaintCost, CostDimensionEnum, type CostDimension } from './costs.gql';
import { agedPayables, costOfComplaints } from './costs.query';

@Resolver()
export class CostsResolver {
  constructor(private readonly database: Database) {}

  @Directive('@authenticated')
  @Query(() => [ComplaintCost], {
    description: 'What complaints cost, most first. For finance, managers, auditors and administrators.',
  })
  costOfComplaints(
    @Arg('groupBy', () => CostDimensionEnum, { description: 'What it is broken down by.' }) groupBy: CostDimension,
    @Arg('from', () => LocalDateScalar, { description: 'First day, in the organisation’s calendar.' }) from: string,
    @Arg('to', () => LocalDateScalar, { description: 'Last day.' }) to: string,
    @Arg('currency', () => CurrencyCodeScalar, { description: 'The currency.' }) currency: string,
    @Ctx() context: GraphContext,
  ): Promise<ComplaintCost[]> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    return costOfComplaints(this.database.reader(tenantId), { groupBy, from, to, currency });
  }

  @Directive('@authenticated')
  @Query(() => [AgedPayable], {
    description:
      'What is owed to complainants by how long it is owed. For finance, managers, auditors and administrators.',
  })
  agedPayables(
    @Arg('currency', () => CurrencyCodeScalar, { description: 'The currency.' }) currency: string,
    @Arg('asOf', () => LocalDateScalar, { description: 'The day from which the age is counted.' }) asOf: string,
    @Ctx() context: GraphContext,
  ): Promise<AgedPayable[]> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    return agedPayables(this.database.reader(tenantId), { currency, asOf });
  }
}
