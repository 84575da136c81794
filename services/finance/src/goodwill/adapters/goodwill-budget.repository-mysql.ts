import { isDuplicateKey } from '@redress/persistence';
import { BudgetAlreadySet, type GoodwillBudgetRepository } from '../model/goodwill-budget.repository';

/** The unit of a budget of the whole organisation. */
const WHOLE_ORGANISATION = '';

interface KeyRow {
  readonly currency: string;
  readonly period: string;
  readonly unit: string;
}

interface BudgetRow extends KeyRow {
  readonly id: string;
  readonly set_by: string;
  readonly set_at: Date;
  readonly version: number;
}

export const goodwillBudgetsInMysql: GoodwillBudgetRepository = {
  async lock(tx, { currency, period, unit = WHOLE_ORGANISATION }) {
    const [row] = await tx.query<BudgetRow>(
      `SELECT b.id, b.currency, b.period, b.unit, b.set_by, b.set_at, b.version FROM goodwill_budget b
       WHERE b.tenant_id = :tenantId AND b.currency = :currency AND b.period = :period AND b.unit = :unit FOR UPDATE`,
      { currency, period, unit },
    );
    if (row === undefined) return undefined;
    const { set_by: setBy, set_at: setAt, id, version } = row;
    return { ...keyOf(row), id, version, setBy, setAt };
  },

  async add(tx, { id, currency, period, unit = WHOLE_ORGANISATION, setBy, setAt, version }) {
    const row = { id, currency, period, unit, set_by: setBy, set_at: setAt, version };
    await tx.insertMany('goodwill_budget', [row]).catch((error: unknown) => {
      throw isDuplicateKey(error, 'by_period') ? new BudgetAlreadySet() : error;
    });
  },

  async save(tx, { id, setBy, setAt, version }) {
    await tx.execute(
      `UPDATE goodwill_budget b SET b.set_by = :setBy, b.set_at = :setAt, b.version = :version
       WHERE b.tenant_id = :tenantId AND b.id = :id`,
      { id, setBy, setAt, version },
    );
  },

  async ofPeriods(reader, currency, periods, unit) {
    const units = [WHOLE_ORGANISATION, ...(unit === undefined ? [] : [unit])];
    const rows = await reader.query<KeyRow>(
      `SELECT b.currency, b.period, b.unit FROM goodwill_budget b
       WHERE b.tenant_id = :tenantId AND b.currency = :currency AND b.period IN (:periods) AND b.unit IN (:units)`,
      { currency, periods, units },
    );
    return rows.map(keyOf);
  },
};

function keyOf({ currency, period, unit }: KeyRow) {
  return { currency, period, ...(unit === WHOLE_ORGANISATION ? {} : { unit }) };
}
