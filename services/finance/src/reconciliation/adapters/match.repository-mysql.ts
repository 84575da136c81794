import type { InsertRow } from '@redress/persistence';
import { OWN_MEANS } from '../../payment/model/payout-means.model';
import type { BankAccount } from '../model/bank-account.model';
import { leftBy, paidBy } from '../model/matching.model';
import { entryFor, type LineForDecision, type Match, type PaymentForDecision } from '../model/match.model';
import type { MatchRepository, StoredMatch } from '../model/match.repository';

const ROWS_AT_ONCE = 1_000;

/** Matches in MySQL. */
export const matchesInMysql: MatchRepository = {
  async add(tx, account, matches, state) {
    const claims = matches.flatMap((match) => claimsOf(match, account));
    // Claims first: of two who want the same, one fails here before either has done more.
    for (let at = 0; at < claims.length; at += ROWS_AT_ONCE) {
      await tx.insertMany('reconciliation_match_line', claims.slice(at, at + ROWS_AT_ONCE));
    }
    await tx.insertMany(
      'reconciliation_match',
      matches.map((match) => matchRow(match, account)),
    );
    const { affectedRows } = await tx.execute(
      `UPDATE statement_line l JOIN reconciliation_match_line c
         ON c.tenant_id = l.tenant_id AND c.claimed_line_id = l.id
       SET l.state = :state, l.match_id = c.match_id, l.version = l.version + 1
       WHERE l.tenant_id = :tenantId AND c.tenant_id = :tenantId AND c.match_id IN (:matches) AND l.state = 'OPEN'`,
      { state, matches: matches.map(({ id }) => id) },
    );
    const expected = matches.reduce((sum, { lines }) => sum + lines.length, 0);
    if (affectedRows !== expected) throw new Error('a claimed line was not open');
  },

  async lock(tx, id) {
    const [row] = await tx.query<Omit<StoredMatch, 'booked' | 'undone'> & { booked: number; undoneAt: Date | null }>(
      `SELECT m.id, m.account_id AS accountId, m.kind, m.booked, m.undone_at AS undoneAt, m.version
       FROM reconciliation_match m WHERE m.tenant_id = :tenantId AND m.id = :id FOR UPDATE`,
      { id },
    );
    if (row === undefined) return undefined;
    const { booked, undoneAt, ...rest } = row;
    return { ...rest, booked: Number(booked) === 1, undone: undoneAt !== null };
  },

  async undo(tx, { id }, by, at, because) {
    await tx.execute(
      `UPDATE statement_line l SET l.state = 'OPEN', l.match_id = NULL, l.version = l.version + 1
       WHERE l.tenant_id = :tenantId AND l.id IN (
         SELECT c.line_id FROM reconciliation_match_line c WHERE c.tenant_id = :tenantId AND c.match_id = :id)`,
      { id },
    );
    await tx.execute(
      `UPDATE reconciliation_match_line c SET c.claimed_line_id = NULL, c.claimed_payment_id = NULL
       WHERE c.tenant_id = :tenantId AND c.match_id = :id`,
      { id },
    );
    await tx.execute(
      `UPDATE reconciliation_match m SET m.undone_by = :by, m.undone_at = :at, m.undone_because = :because,
         m.version = m.version + 1
       WHERE m.tenant_id = :tenantId AND m.id = :id`,
      { id, by, at, because },
    );
  },

  async linesForDecision(tx, ids) {
    const rows = await tx.query<Omit<LineForDecision, 'amountMinor'> & { amountMinor: string }>(
      `SELECT l.id, l.account_id AS accountId, l.booked_on AS bookedOn, l.amount_minor AS amountMinor, l.currency,
         l.state, l.version
       FROM statement_line l WHERE l.tenant_id = :tenantId AND l.id IN (:ids) ORDER BY l.id FOR UPDATE`,
      { ids },
    );
    return rows.map((row) => ({ ...row, amountMinor: BigInt(row.amountMinor) }));
  },

  async paymentsForDecision(tx, { kind }, ids) {
    const rows = await tx.query<
      Omit<PaymentForDecision, 'amountMinor' | 'claimed'> & { amountMinor: string; claim: string | null }
    >(
      `SELECT p.id, p.provider, p.amount_minor AS amountMinor, p.currency, p.state, c.match_id AS claim
       FROM payment p LEFT JOIN reconciliation_match_line c ON c.tenant_id = p.tenant_id
         AND c.claimed_payment_id = p.id AND c.account_kind = :kind
       WHERE p.tenant_id = :tenantId AND p.id IN (:ids) AND p.provider NOT IN (:neverOnStatements) ORDER BY p.id`,
      { kind, ids, neverOnStatements: [OWN_MEANS.STORE_CREDIT, OWN_MEANS.RECEIVABLE] },
    );
    return rows.map(({ claim, amountMinor, ...row }) => ({
      ...row,
      amountMinor: BigInt(amountMinor),
      claimed: claim !== null,
    }));
  },
};

/** Each row claims a line, a payment, or one of each. */
function claimsOf({ id, lines, payments }: Match, { kind }: BankAccount): InsertRow[] {
  return Array.from({ length: Math.max(lines.length, payments.length) }, (_, index) => {
    const [line, payment] = [lines[index]?.id ?? null, payments[index]?.id ?? null];
    return {
      match_id: id,
      position: index + 1,
      account_kind: kind,
      line_id: line,
      payment_id: payment,
      claimed_line_id: line,
      claimed_payment_id: payment,
    };
  });
}

function matchRow(match: Match, account: BankAccount): InsertRow {
  const { id, kind, rule, lines, payments, matchedBy, matchedAt } = match;
  return {
    ...{ id, kind, rule, currency: account.currency, version: 1 },
    account_id: account.id,
    account_kind: account.kind,
    lines_minor: leftBy(lines),
    payments_minor: paidBy(payments),
    difference_to: match.differenceTo ?? null,
    subaccount: match.subaccount ?? null,
    reason: match.reason ?? null,
    booked: entryFor(match, account, id) !== undefined,
    matched_by: matchedBy,
    matched_at: matchedAt,
  };
}
