import { DateTimeScalar, PublicError, requireRole, toMoney, type GraphContext } from '@redress/graphql-runtime';
import { money } from '@redress/kernel';
import type { Database, TenantReader } from '@redress/persistence';
import { Arg, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { BOOK_READERS } from '../../access/access.rules';
import { formatQuantity, parseQuantity } from '../../ceiling/model/quantity.model';
import type { ExceptionKind, ExceptionState } from '../model/return-exception.model';
import { ReceivedGoods, ReturnedInCurrency, ReturnExceptionCount, ReturnsReport } from './returns-report.gql';
import { exceptionsIn, receivedIn, returnedIn, type ReturnedRecord } from './returns-report.query';

@Resolver(() => ReturnsReport)
export class ReturnsReportResolver {
  constructor(private readonly database: Database) {}

  @Directive('@authenticated')
  @Query(() => ReturnsReport, {
    description: 'What was authorised, came, was looked at and posted in a period; for who reads the books.',
  })
  returnsReport(
    @Arg('from', () => DateTimeScalar, { description: 'From this moment on.' }) from: Date,
    @Arg('to', () => DateTimeScalar, { description: 'Up to, and without, this moment.' }) to: Date,
    @Ctx() context: GraphContext,
  ): ReturnsReport {
    requireRole(context, ...BOOK_READERS);
    if (from >= to) throw new PublicError('BAD_USER_INPUT', 'A period ends after it begins.');
    return { from, to };
  }

  @FieldResolver(() => [ReturnedInCurrency], { description: 'What was authorised in the period, by currency.' })
  async returned(@Root() period: ReturnsReport, @Ctx() context: GraphContext): Promise<ReturnedInCurrency[]> {
    return (await returnedIn(this.reader(context), period)).map(toReturned);
  }

  @FieldResolver(() => ReceivedGoods, { description: 'What warehouses signed for in the period.' })
  async received(@Root() period: ReturnsReport, @Ctx() context: GraphContext): Promise<ReceivedGoods> {
    const { receipts, ...quantities } = await receivedIn(this.reader(context), period);
    return {
      receipts: Number(receipts),
      quantity: plain(quantities.quantity),
      allocated: plain(quantities.allocated),
      corrected: plain(quantities.corrected),
      setAside: plain(quantities.setAside),
      unallocated: plain(quantities.unallocated),
    };
  }

  @FieldResolver(() => [ReturnExceptionCount], { description: 'Exceptions that were raised in the period.' })
  async exceptions(@Root() period: ReturnsReport, @Ctx() context: GraphContext): Promise<ReturnExceptionCount[]> {
    return (await exceptionsIn(this.reader(context), period)).map(({ kind, state, count }) => ({
      kind: kind as ExceptionKind,
      state: state as ExceptionState,
      count: Number(count),
    }));
  }

  private reader({ viewer }: GraphContext): TenantReader {
    return this.database.reader(viewer.tenantId);
  }
}

function toReturned(record: ReturnedRecord): ReturnedInCurrency {
  const { currency } = record;
  const amount = (minor: string) => toMoney(money(BigInt(minor), currency));
  return {
    ...{ currency, lines: Number(record.lines) },
    authorised: plain(record.authorised),
    received: plain(record.received),
    setAside: plain(record.setAside),
    inspected: plain(record.inspected),
    open: plain(record.open),
    short: plain(record.short),
    surplus: plain(record.surplus),
    posted: plain(record.posted),
    entitledAmount: amount(record.entitledMinor),
    postedAmount: amount(record.postedMinor),
    reducedAmount: amount(record.reducedMinor),
    increasedAmount: amount(record.increasedMinor),
    pendingAmount: amount(record.pendingMinor),
    cancelledAmount: amount(record.cancelledMinor),
  };
}

function plain(stored: string): string {
  return formatQuantity(parseQuantity(stored));
}
