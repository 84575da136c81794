import { newId, type Clock } from '@redress/kernel';
import { isDuplicateKey, type Database } from '@redress/persistence';
import type { BankAccount } from '../model/bank-account.model';
import type { BankAccountRepository } from '../model/bank-account.repository';
import { matchOf } from '../model/match.model';
import type { LineCursor, OpenItems } from '../model/match.repository';
import type { MatchingRule } from '../model/matching-rule.model';
import { fits, namesSought, proposeMatches, type OpenLine, type Proposal } from '../model/matching.model';
import type { LeasedRun, MatchingRunRepository } from '../model/matching-run.repository';
import { recordMatches, type RecordDependencies } from './record-matches.handler';
import type { SettleByStatement } from './settle-by-statement.handler';

export interface MatchingDependencies extends RecordDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly accounts: BankAccountRepository;
  readonly items: OpenItems;
  readonly runs: MatchingRunRepository;
  readonly settleByStatement: SettleByStatement;
  readonly leaseMs: number;
}

/** Lines looked at together; a rule that compares several lines needs to see more of them. */
const LINES_AT_ONCE = 2_000;
const LINES_IN_VIEW = 20_000;
const MATCHES_AT_ONCE = 1_000;
/** Claims that others won leave less to look at each time; more often than this is no coincidence. */
const LOOKS = 5;
const DAY_MS = 86_400_000;

class LeaseLost extends Error {}

/** An account, and whose payments its statements may show. */
interface Shown {
  readonly account: BankAccount;
  readonly providers: readonly string[];
  /** Payments that a line proves and that could not be settled by it. */
  readonly failed: Set<string>;
}

/**
 * Tries every rule of the account, in their order, on every line that is still open. Answers `false` when another worker
 * has the run. Where a payment could not be settled, everything else is matched, and the run begins anew when its lease
 * is over.
 */
export async function matchAutomatically(leased: LeasedRun, dependencies: MatchingDependencies): Promise<boolean> {
  const { database, accounts, runs, clock } = dependencies;
  const account = await accounts.find(database.reader(leased.tenantId), leased.accountId);
  if (account === undefined) throw new Error(`run ${leased.runId} has no account`);
  const failed = new Set<string>();
  try {
    const providers = await dependencies.items.providersOf(database.reader(leased.tenantId), account);
    for (const rule of account.rules) await applyRule(rule, { account, providers, failed }, leased, dependencies);
  } catch (error) {
    if (error instanceof LeaseLost) return false;
    throw error;
  }
  if (failed.size > 0) throw new Error(`run ${leased.runId} left ${failed.size} payments that it could not settle`);
  await database.transaction(leased.tenantId, (tx) => runs.finish(tx, leased, clock.now()));
  return true;
}

async function applyRule(
  rule: MatchingRule,
  shown: Shown,
  leased: LeasedRun,
  dependencies: MatchingDependencies,
): Promise<void> {
  const { account } = shown;
  const { database, items } = dependencies;
  const reader = database.reader(leased.tenantId);
  const limit = rule.kind === 'MANY_TO_ONE' ? LINES_IN_VIEW : LINES_AT_ONCE;
  let cursor: LineCursor | undefined;
  do {
    for (let look = 1; ; look += 1) {
      const page = await items.lines(reader, account, cursor, limit);
      const proposals = await propose(rule, page.lines, shown, leased, dependencies);
      if (await keep(proposals, account, leased, dependencies)) {
        cursor = page.cursor;
        break;
      }
      if (look === LOOKS) throw new Error(`lines of account ${account.id} are claimed again and again`);
    }
  } while (cursor !== undefined);
}

async function propose(
  rule: MatchingRule,
  lines: readonly OpenLine[],
  { account, providers, failed }: Shown,
  { tenantId }: LeasedRun,
  { database, items, settleByStatement }: MatchingDependencies,
): Promise<Proposal[]> {
  const out = lines.filter(({ amountMinor }) => amountMinor < 0n);
  if (out.length === 0) return [];
  const reader = database.reader(tenantId);
  if (rule.basis === 'REFERENCE') {
    const names = out.flatMap(({ references }) => namesSought(references));
    if (rule.kind === 'ONE_TO_ONE') {
      const unsettled = await items.unsettledNamed(reader, account, providers, names);
      for (const id of await settleByStatement(tenantId, out, unsettled, account)) failed.add(id);
    }
    return proposeMatches(rule, out, await items.paymentsNamed(reader, account, providers, names));
  }
  if (rule.basis === 'AMOUNT') {
    const amounts = [...new Set(out.map(({ amountMinor }) => amountMinor))];
    const rivals = await items.linesOfAmounts(reader, account, amounts);
    const payments = await items.paymentsOfAmounts(
      reader,
      account,
      amounts.map((amount) => -amount),
    );
    const shown = new Set(out.map(({ id }) => id));
    return proposeMatches(rule, rivals, payments).filter((proposal) => shown.has(proposal.lines[0]?.id ?? ''));
  }
  return proposeDays(rule, out, account, tenantId, { database, items });
}

/** One line for everything that the provider paid on one day, where line and day can mean nothing else. */
async function proposeDays(
  rule: MatchingRule,
  lines: readonly OpenLine[],
  account: BankAccount,
  tenantId: string,
  { database, items }: Pick<MatchingDependencies, 'database' | 'items'>,
): Promise<Proposal[]> {
  const reader = database.reader(tenantId);
  const [first, last] = [lines[0]?.bookedOn ?? '', lines.at(-1)?.bookedOn ?? ''];
  const from = new Date(Date.parse(first) - rule.days * DAY_MS).toISOString().slice(0, 10);
  const totals = await items.dayTotals(reader, account, from, last);
  const asPayment = totals.map(({ paidOn, sumMinor }) => ({
    ...{ id: paidOn, provider: account.provider, paidOn, names: [] },
    amountMinor: sumMinor,
  }));
  const meant = lines.map((line) => ({
    line,
    days: asPayment.filter((day) => day.paidOn <= line.bookedOn && fits([line], [day], rule)),
  }));
  const proposals: Proposal[] = [];
  for (const { line, days } of meant) {
    const [day] = days;
    if (day === undefined || days.length > 1) continue;
    if (meant.some((other) => other.line !== line && other.days.includes(day))) continue;
    proposals.push({ rule, lines: [line], payments: await items.paymentsOfDay(reader, account, day.id) });
  }
  return proposals.filter((proposal) => fits(proposal.lines, proposal.payments, rule));
}

/** Answers `false` when another claimed something of it first; then nothing of that batch was kept and the rest is looked at again. */
async function keep(
  proposals: readonly Proposal[],
  account: BankAccount,
  leased: LeasedRun,
  { database, runs, clock, leaseMs, ...dependencies }: MatchingDependencies,
): Promise<boolean> {
  for (let at = 0; at < proposals.length; at += MATCHES_AT_ONCE) {
    const some = proposals.slice(at, at + MATCHES_AT_ONCE);
    const matched = {
      lines: some.reduce((sum, { lines }) => sum + lines.length, 0),
      payments: some.reduce((sum, { payments }) => sum + payments.length, 0),
    };
    try {
      await database.transaction(leased.tenantId, async (tx) => {
        if (!(await runs.advance(tx, leased, matched, leaseMs))) throw new LeaseLost();
        const matchedAt = clock.now();
        const found = some.map((proposal) =>
          matchOf(proposal, { id: newId(), matchedBy: leased.requestedBy, matchedAt }),
        );
        await recordMatches(tx, account, found, 'MATCHED', dependencies);
      });
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
  return true;
}
