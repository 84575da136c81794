import type { ItemOwnership } from '../model/item-ownership.repository';

/** Ownership in MySQL: of a line beside the line, of a payment in a row of its own. */
export const itemOwnershipInMysql: ItemOwnership = {
  async lock(tx, item) {
    if ('lineId' in item) {
      const [line] = await tx.query<{ state: string; version: number }>(
        'SELECT l.state, l.version FROM statement_line l WHERE l.tenant_id = :tenantId AND l.id = :lineId FOR UPDATE',
        { lineId: item.lineId },
      );
      return line === undefined ? undefined : { open: line.state === 'OPEN', version: line.version };
    }
    const [payment] = await tx.query<{ claim: string | null }>(
      `SELECT c.match_id AS claim FROM bank_account a
       JOIN payment p ON p.tenant_id = a.tenant_id AND p.id = :paymentId AND p.provider = a.provider
         AND p.currency = a.currency AND p.state = 'SUCCEEDED'
       LEFT JOIN reconciliation_match_line c ON c.tenant_id = p.tenant_id AND c.claimed_payment_id = p.id
         AND c.account_kind = a.kind
       WHERE a.tenant_id = :tenantId AND a.id = :accountId`,
      { ...item },
    );
    if (payment === undefined) return undefined;
    const [kept] = await tx.query<{ version: number }>(
      `SELECT u.version FROM unseen_payment u
       WHERE u.tenant_id = :tenantId AND u.account_id = :accountId AND u.payment_id = :paymentId FOR UPDATE`,
      { ...item },
    );
    return { open: payment.claim === null, version: kept?.version ?? 0 };
  },

  async assign(tx, item, { owner, note, version }) {
    if ('lineId' in item) {
      await tx.execute(
        `UPDATE statement_line l SET l.owner = :owner, l.note = :note, l.version = :version
         WHERE l.tenant_id = :tenantId AND l.id = :lineId`,
        { lineId: item.lineId, owner, note, version },
      );
    } else if (version === 1) {
      await tx.insertMany('unseen_payment', [
        { account_id: item.accountId, payment_id: item.paymentId, owner, note, version },
      ]);
    } else {
      await tx.execute(
        `UPDATE unseen_payment u SET u.owner = :owner, u.note = :note, u.version = :version
         WHERE u.tenant_id = :tenantId AND u.account_id = :accountId AND u.payment_id = :paymentId`,
        { ...item, owner, note, version },
      );
    }
  },
};
