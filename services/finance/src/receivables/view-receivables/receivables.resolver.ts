import {
  CurrencyCodeScalar,
  ListCost,
  LocalDateScalar,
  PublicError,
  readConnection,
  requireRole,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, Int, Query, Resolver } from 'type-graphql';
import { BOOK_READERS } from '../../access/access.rules';
import { Receivable, ReceivableConnection, ReceivablesArgs } from './receivable.gql';
import { receivableList, toReceivable } from './receivable-list.query';
import { AgedReceivables } from './receivables-aging.gql';
import { receivablesAging } from './receivables-aging.query';

const MOST = 100;

@Resolver()
export class ReceivablesResolver {
  constructor(private readonly database: Database) {}

  @Directive('@authenticated')
  @ListCost()
  @Query(() => ReceivableConnection, {
    description: 'What customers owe. For finance, managers, auditors and administrators.',
  })
  receivables(
    @Args(() => ReceivablesArgs) args: ReceivablesArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Receivable>> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    const list = receivableList(args.where, args.orderBy);
    return readConnection(context, this.database.reader(tenantId), list, args, toReceivable);
  }

  @Directive('@authenticated')
  @Query(() => [AgedReceivables], {
    description:
      'What customers owe by age, those who owe most first. For finance, managers, auditors and administrators.',
  })
  receivablesAging(
    @Arg('currency', () => CurrencyCodeScalar, { description: 'The currency.' }) currency: string,
    @Arg('asOf', () => LocalDateScalar, { description: 'The day from which the age is counted.' }) asOf: string,
    @Arg('first', () => Int, { defaultValue: MOST, description: 'How many customers, 1 to 100.' }) first: number,
    @Ctx() context: GraphContext,
  ): Promise<AgedReceivables[]> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    if (first < 1 || first > MOST) throw new PublicError('PAGE_SIZE_INVALID', 'Ask for 1 to 100.');
    return receivablesAging(this.database.reader(tenantId), { currency, asOf, first });
  }
}
