import { newId } from '@redress/kernel';
import type { Pool } from 'mysql2/promise';

/** A payment as it stands in finance once it succeeded. */
export interface SeededPayout {
  readonly key: string;
  readonly amountMinor: number;
  readonly paidOn: string;
}

const A_STATEMENT = 2_000;
const DAYS = 28;

const PAYMENT = `INSERT INTO payment (tenant_id, id, settlement_id, provider, idempotency_key, reference, beneficiary,
  amount_minor, currency, state, attempts, misses, provider_reference) VALUES ?`;
const ENTRY = `INSERT INTO journal_entry (tenant_id, id, source_kind, source_id, kind, sequence, currency, booked_at,
  effective_on, period) VALUES ?`;

/** Inserts payments that succeeded, with the entries that say when, by plain statements of many rows. */
export async function seededPayouts(pool: Pool, tenant: string, count: number): Promise<SeededPayout[]> {
  const payouts = Array.from({ length: count }, (_, index): SeededPayout => {
    const paidOn = `2026-03-${String((index % DAYS) + 1).padStart(2, '0')}`;
    return { key: newId(), amountMinor: 100 + (index % 7_919), paidOn };
  });
  for (let at = 0; at < count; at += A_STATEMENT) {
    const some = payouts.slice(at, at + A_STATEMENT);
    await pool.query(PAYMENT, [
      some.map(({ key, amountMinor }, index) => [
        ...[tenant, newId(), key, 'simulator', key, `S-${at + index}`, 'customer', amountMinor, 'CNY'],
        ...['SUCCEEDED', 1, 0, `P-${tenant}-${at + index}`],
      ]),
    ]);
    await pool.query(ENTRY, [
      some.map(({ key, paidOn }) => [
        ...[tenant, newId(), 'SETTLEMENT', key, 'PAYMENT', 1, 'CNY', new Date(`${paidOn}T04:00:00Z`)],
        ...[paidOn, paidOn.slice(0, 7)],
      ]),
    ]);
  }
  for (const table of ['payment', 'journal_entry']) await pool.query(`ANALYZE TABLE ${table}`);
  return payouts;
}
