import type { Money } from '@redress/kernel';
import { isDuplicateKey } from '@redress/persistence';
import { accountPlace } from '../model/on-the-spot.model';
import type { OnTheSpotBook, SlipTransfer } from '../model/on-the-spot.repository';

interface SumRow {
  readonly slips: string;
  readonly currency: string | null;
  readonly total: string | null;
}

type TransferRow = Omit<SlipTransfer, 'totals'> & { readonly totals: string };

const LOCK_CUSTOMER = `
  SELECT u.id FROM customer u WHERE u.tenant_id = :tenantId AND u.id = :customerId FOR UPDATE`;
const GIVEN = `
  SELECT COUNT(*) AS slips, s.currency, SUM(s.amount_minor) AS total FROM on_the_spot s
  WHERE s.tenant_id = :tenantId AND s.customer_id = :customerId AND s.settled_at >= :since GROUP BY s.currency`;
const OF_MONTH = `
  SELECT COUNT(*) AS slips, s.currency, SUM(s.amount_minor) AS total FROM on_the_spot s
  WHERE s.tenant_id = :tenantId AND s.month = :month GROUP BY s.currency ORDER BY s.currency`;
const MARK = 'UPDATE on_the_spot s SET s.slip_transfer_id = :id WHERE s.tenant_id = :tenantId AND s.month = :month';
const FIND = `
  SELECT t.id, t.month, t.slips, t.totals, t.transferred_at AS transferredAt, t.transferred_by AS transferredBy
  FROM slip_transfer t WHERE t.tenant_id = :tenantId AND t.month = :month`;

/** What was settled on the spot, in MySQL. */
export const mysqlOnTheSpotBook: OnTheSpotBook = {
  enterAtCommit(tx, { complaintId, account, amount, slip, ...settlement }, key) {
    tx.insertAtCommit('on_the_spot', [
      {
        complaint_id: complaintId,
        id: settlement.id,
        customer_id: settlement.customerId,
        remedy: settlement.remedy,
        amount_minor: amount?.amountMinor ?? null,
        currency: amount?.currency ?? null,
        sealed_account: key.sealText(accountPlace(complaintId), account),
        complainant_signed_at: slip?.complainantSignedAt ?? null,
        staff_signed_at: slip?.staffSignedAt ?? null,
        settled_at: settlement.settledAt,
        settled_by: settlement.settledBy,
        month: settlement.month,
      },
    ]);
  },

  async lockGivenSince(tx, customerId, since) {
    await tx.query(LOCK_CUSTOMER, { customerId });
    return totalsOf(await tx.query<SumRow>(GIVEN, { customerId, since }));
  },

  async countMonth(tx, month) {
    const rows = await tx.query<SumRow>(OF_MONTH, { month });
    return { slips: rows.reduce((sum, { slips }) => sum + Number(slips), 0), totals: totalsOf(rows) };
  },

  async transfer(tx, { id, month, slips, totals, transferredAt, transferredBy }) {
    const stored = totals.map(({ amountMinor, currency }) => ({ amountMinor: amountMinor.toString(), currency }));
    const times = { transferred_at: transferredAt, transferred_by: transferredBy };
    try {
      await tx.insertMany('slip_transfer', [{ month, id, slips, totals: stored, ...times }]);
    } catch (error) {
      if (isDuplicateKey(error, 'PRIMARY')) return false;
      throw error;
    }
    await tx.execute(MARK, { id, month });
    return true;
  },

  async findTransfer(reader, month) {
    const [row] = await reader.query<TransferRow>(FIND, { month });
    if (row === undefined) return undefined;
    const stored = JSON.parse(row.totals) as { amountMinor: string; currency: string }[];
    return {
      ...row,
      totals: stored.map(({ amountMinor, currency }) => ({ amountMinor: BigInt(amountMinor), currency })),
    };
  },
};

function totalsOf(rows: readonly SumRow[]): Money[] {
  return rows.flatMap(({ currency, total }) =>
    currency === null || total === null ? [] : [{ amountMinor: BigInt(total), currency }],
  );
}
