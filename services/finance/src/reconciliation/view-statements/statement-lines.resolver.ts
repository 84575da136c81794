import {
  fromGlobalId,
  ListCost,
  readConnection,
  requireRole,
  toGlobalId,
  toMoney,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { BOOK_READERS } from '../../access/access.rules';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import { daysBetween } from '../model/matching.model';
import { BankAccountView } from '../open-bank-account/bank-account.gql';
import type { BankAccountLoader } from './bank-account.loader';
import {
  MatchedPayment,
  StatementLineConnection,
  StatementLinesArgs,
  StatementLineView,
  StatementMatchView,
} from './statement-line.gql';
import { matchesOf, paymentsOf, statementLineList, type LineRecord, type MatchRecord } from './statement-line.query';

@Resolver(() => StatementLineView)
export class StatementLinesResolver {
  constructor(
    private readonly database: Database,
    private readonly accounts: BankAccountLoader,
    private readonly clock: Clock,
    private readonly calendar: Pick<TenantCalendar, 'dayOf'>,
  ) {}

  @Directive('@authenticated')
  @ListCost()
  @Query(() => StatementLineConnection, {
    description: 'Lines of statements. For finance, managers, auditors and administrators.',
  })
  async statementLines(
    @Args(() => StatementLinesArgs) args: StatementLinesArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<StatementLineView>> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    const list = statementLineList(args.where, args.orderBy);
    const reader = this.database.reader(tenantId);
    const today = await this.calendar.dayOf(reader, this.clock.now());
    return readConnection(context, reader, list, args, (record: LineRecord) => toStatementLine(record, today));
  }

  @FieldResolver(() => BankAccountView, { description: 'The account.' })
  account(@Root() { accountId }: StatementLineView, @Ctx() context: GraphContext): Promise<BankAccountView> {
    return this.accounts.view(context, accountId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who owns it while it is open: whoever it was given, else who is responsible for the account.',
  })
  async owner(@Root() line: StatementLineView, @Ctx() context: GraphContext): Promise<string | null> {
    if (line.state !== 'OPEN') return null;
    return line.assignedTo ?? (await this.accounts.find(context, line.accountId)).responsible;
  }

  @FieldResolver(() => StatementMatchView, { nullable: true, description: 'What explains it; null while it is open.' })
  async match(
    @Root() { matchId }: StatementLineView,
    @Ctx() context: GraphContext,
  ): Promise<StatementMatchView | null> {
    if (matchId === null) return null;
    const reader = this.database.reader(context.viewer.tenantId);
    const load = context.loader<string, MatchRecord>('statementMatch', async (ids) => {
      const byId = new Map((await matchesOf(reader, ids)).map((record) => [record.id, record]));
      return ids.map((id) => byId.get(id) ?? null);
    });
    const record = await load.load(matchId);
    return record === null ? null : toStatementMatch(record);
  }
}

@Resolver(() => StatementMatchView)
export class StatementMatchResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => [MatchedPayment], { description: 'Its payments, the first 100.' })
  async payments(@Root() { id }: StatementMatchView, @Ctx() context: GraphContext): Promise<MatchedPayment[]> {
    const reader = this.database.reader(context.viewer.tenantId);
    const load = context.loader<string, MatchedPayment[]>('paymentsOfMatch', async (ids) => {
      const plain = ids.map((each) => fromGlobalId('StatementMatch', each) ?? '');
      const records = await paymentsOf(reader, plain);
      return plain.map((matchId) =>
        records
          .filter((record) => record.matchId === matchId)
          .map(({ id: paymentId, settlementId, number, amountMinor, currency, providerReference }) => ({
            ...{ number, providerReference },
            id: toGlobalId('Payout', paymentId),
            settlementId: toGlobalId('Settlement', settlementId),
            amount: toMoney({ amountMinor: BigInt(amountMinor), currency }),
          })),
      );
    });
    return (await load.load(id)) ?? [];
  }
}

/** A line as people see it on a day. */
export function toStatementLine(record: LineRecord, today: string): StatementLineView {
  const { id, amountMinor, currency, lineReferences, ...plain } = record;
  return {
    ...plain,
    id: toGlobalId('StatementLine', id),
    amount: toMoney({ amountMinor: BigInt(amountMinor), currency }),
    references: JSON.parse(lineReferences) as string[],
    ageDays: record.state === 'OPEN' ? Math.floor(daysBetween(today, record.bookedOn)) : null,
  };
}

/** A match as people see it. */
export function toStatementMatch({
  id,
  linesMinor,
  paymentsMinor,
  currency,
  ...plain
}: MatchRecord): StatementMatchView {
  const money = (amountMinor: bigint) => toMoney({ amountMinor, currency });
  const [left, paid] = [BigInt(linesMinor), BigInt(paymentsMinor)];
  return {
    ...plain,
    id: toGlobalId('StatementMatch', id),
    left: money(left),
    paid: money(paid),
    difference: money(left - paid),
  };
}
