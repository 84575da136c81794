import { isDuplicateKey } from '@redress/persistence';
import { BudgetAlreadySet, type GoodwillBudgetRepository } from '../model/goodwill-budget.repository';

interface BudgetRow {
  readonly id: string;
  readonly currency: string;
  readonly month: string;
  readonly set_by: string;
  readonly set_at: Date;
  readonly version: number;
}

export const goodwillBudgetsInMysql: GoodwillBudgetRepository = {
  async lock(tx, currency, month) {
    const [row] = await tx.query<BudgetRow>(
      `SELECT b.id, b.currency, b.month, b.set_by, b.set_at, b.version FROM goodwill_budget b
       WHERE b.tenant_id = :tenantId AND b.currency = :currency AND b.month = :month FOR UPDATE`,
      { currency, month },
    );
    if (row === undefined) return undefined;
    const { set_by: setBy, set_at: setAt, ...rest } = row;
    return { ...rest, setBy, setAt };
  },

  async add(tx, { id, currency, month, setBy, setAt, version }) {
    const row = { id, currency, month, set_by: setBy, set_at: setAt, version };
    await tx.insertMany('goodwill_budget', [row]).catch((error: unknown) => {
      throw isDuplicateKey(error, 'by_month') ? new BudgetAlreadySet() : error;
    });
  },

  async save(tx, { id, setBy, setAt, version }) {
    await tx.execute(
      `UPDATE goodwill_budget b SET b.set_by = :setBy, b.set_at = :setAt, b.version = :version
       WHERE b.tenant_id = :tenantId AND b.id = :id`,
      { id, setBy, setAt, version },
    );
  },
};
