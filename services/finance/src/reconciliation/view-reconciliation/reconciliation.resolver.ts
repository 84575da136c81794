import {
  ConnectionArgs,
  fromGlobalId,
  ListCost,
  LocalDateScalar,
  PublicError,
  readConnection,
  requireRole,
  toGlobalId,
  toMoney,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { BOOK_READERS } from '../../access/access.rules';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import type { BankAccount } from '../model/bank-account.model';
import { daysBetween } from '../model/matching.model';
import { BankAccountView } from '../open-bank-account/bank-account.gql';
import { signaturesOf } from '../sign-reconciliation/signature.query';
import type { BankAccountLoader } from '../view-statements/bank-account.loader';
import {
  ReconciliationSignature,
  ReconciliationView,
  UnexplainedAge,
  UnexplainedTotal,
  UnseenPaymentConnection,
  UnseenPaymentView,
} from './reconciliation.gql';
import { agedLines, figuresOf, type ReconciliationFigures, type Span } from './reconciliation.query';
import { digestOfStatement } from './signed-statement.query';
import { unseenPaymentList, unseenTotal, type UnseenPaymentRecord } from './unseen-payment.query';

const LONGEST_SPAN_DAYS = 366;

@Resolver(() => ReconciliationView)
export class ReconciliationResolver {
  constructor(
    private readonly database: Database,
    private readonly accounts: BankAccountLoader,
    private readonly clock: Clock,
    private readonly calendar: Pick<TenantCalendar, 'dayOf'>,
  ) {}

  @Directive('@authenticated')
  @Query(() => ReconciliationView, {
    nullable: true,
    description:
      'What an account’s statement comes to over up to 366 days; null when there is no such account. For finance, managers, auditors and administrators.',
  })
  async reconciliation(
    @Arg('accountId', () => ID, { description: 'The account.' }) accountId: string,
    @Arg('from', () => LocalDateScalar, { description: 'First day, not before the account’s first one.' }) from: string,
    @Arg('to', () => LocalDateScalar, { description: 'Last day.' }) to: string,
    @Ctx() context: GraphContext,
  ): Promise<ReconciliationView | null> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    const account = await this.accounts.findIfAny(context, fromGlobalId('BankAccount', accountId));
    if (account === null) return null;
    const span = spanOf(account, { from, to });
    return toReconciliation(account, await figuresOf(this.database.reader(tenantId), account, span));
  }

  @Directive('@authenticated')
  @ListCost()
  @Query(() => UnseenPaymentConnection, {
    nullable: true,
    description:
      'Payments that the account’s statements should have shown by now, oldest first; null when there is no such account. For finance, managers, auditors and administrators.',
  })
  async unseenPayments(
    @Arg('accountId', () => ID, { description: 'The account.' }) accountId: string,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<UnseenPaymentView> | null> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    const account = await this.accounts.findIfAny(context, fromGlobalId('BankAccount', accountId));
    if (account === null) return null;
    const reader = this.database.reader(tenantId);
    const today = await this.calendar.dayOf(reader, this.clock.now());
    const list = unseenPaymentList(account, today);
    return readConnection(context, reader, list, args, (record: UnseenPaymentRecord) =>
      toUnseenPayment(record, account, today),
    );
  }

  @FieldResolver(() => BankAccountView, { description: 'The account.' })
  account(@Root() { accountId }: ReconciliationView, @Ctx() context: GraphContext): Promise<BankAccountView> {
    return this.accounts.view(context, accountId);
  }

  @FieldResolver(() => [UnexplainedAge], { description: 'All lines open at the end of the span, however old, by age.' })
  async ages(@Root() root: ReconciliationView, @Ctx() context: GraphContext): Promise<UnexplainedAge[]> {
    const account = await this.accounts.find(context, root.accountId);
    const ages = await agedLines(this.database.reader(context.viewer.tenantId), account, root.to);
    return ages.map(({ label, count, sumMinor }) => ({
      ...{ days: label, count },
      amount: toMoney({ amountMinor: sumMinor, currency: account.currency }),
    }));
  }

  @FieldResolver(() => UnexplainedTotal, {
    description: 'Payments that a statement should have shown by the last day; `unseenPayments` lists them.',
  })
  async unseen(@Root() root: ReconciliationView, @Ctx() context: GraphContext): Promise<UnexplainedTotal> {
    const account = await this.accounts.find(context, root.accountId);
    const { count, sumMinor } = await unseenTotal(this.database.reader(context.viewer.tenantId), account, root.to);
    return { count, amount: toMoney({ amountMinor: sumMinor, currency: account.currency }) };
  }

  @FieldResolver(() => String, {
    description:
      'SHA-256, in hexadecimal, of the reconciliation in its one form: lines sorted by what they say, with what explains them. The same lines give the same, whatever files they came in.',
  })
  async sha256(@Root() root: ReconciliationView, @Ctx() context: GraphContext): Promise<string> {
    const account = await this.accounts.find(context, root.accountId);
    return digestOfStatement(this.database.reader(context.viewer.tenantId), account, root);
  }

  @FieldResolver(() => [ReconciliationSignature], { description: 'Who signed this span, latest first.' })
  signatures(@Root() root: ReconciliationView, @Ctx() context: GraphContext): Promise<ReconciliationSignature[]> {
    return signaturesOf(this.database.reader(context.viewer.tenantId), root);
  }
}

/** The span from the account's first day on. Throws `BAD_USER_INPUT` for one that ends before it begins, or is too long. */
export function spanOf({ openingOn }: Pick<BankAccount, 'openingOn'>, { from, to }: Span): Span {
  const span = { from: from < openingOn ? openingOn : from, to };
  if (span.to < span.from || daysBetween(span.from, span.to) >= LONGEST_SPAN_DAYS) {
    throw new PublicError('BAD_USER_INPUT', `A span is 1 to ${LONGEST_SPAN_DAYS} days long.`, {
      limit: LONGEST_SPAN_DAYS,
    });
  }
  return span;
}

/** The figures as people see them. */
export function toReconciliation({ id, currency }: BankAccount, figures: ReconciliationFigures): ReconciliationView {
  const money = (amountMinor: bigint) => toMoney({ amountMinor, currency });
  return {
    ...{ accountId: id, from: figures.from, to: figures.to, closingDeclared: figures.closingDeclared },
    opening: money(figures.openingMinor),
    moved: money(figures.movedMinor),
    unexplained: money(figures.openLinesMinor + figures.notDeliveredMinor),
    closing: money(figures.closingMinor),
    openLines: { count: figures.openLines, amount: money(figures.openLinesMinor) },
    notDelivered: money(figures.notDeliveredMinor),
    openingDifference: money(figures.openingDifferenceMinor),
  };
}

function toUnseenPayment(record: UnseenPaymentRecord, { responsible }: BankAccount, today: string): UnseenPaymentView {
  const { id, settlementId, amountMinor, currency, owner, version, ...plain } = record;
  return {
    ...plain,
    id: toGlobalId('Payout', id),
    settlementId: toGlobalId('Settlement', settlementId),
    amount: toMoney({ amountMinor: BigInt(amountMinor), currency }),
    ageDays: Math.floor(daysBetween(today, record.paidOn)),
    owner: owner ?? responsible,
    version: version ?? 0,
  };
}
