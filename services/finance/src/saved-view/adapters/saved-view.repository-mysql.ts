import { json } from '@redress/persistence';
import type { SavedView } from '../model/saved-view.model';
import type { SavedViews } from '../model/saved-view.repository';

type SavedViewRow = Omit<SavedView, 'shared' | 'conditions' | 'columns'> & {
  readonly shared: number;
  readonly conditions: string;
  readonly columns: string;
};

const COLUMNS = `v.id, v.owner, v.name, v.shared, v.conditions, v.order_by AS orderBy, v.columns, v.version,
  v.saved_at AS savedAt`;
const USABLE = `SELECT ${COLUMNS} FROM settlement_view v
  WHERE v.tenant_id = :tenantId AND (v.owner = :person OR v.shared = TRUE)`;

export const savedViewsInMysql: SavedViews = {
  async lock(tx, id) {
    const sql = `SELECT ${COLUMNS} FROM settlement_view v WHERE v.tenant_id = :tenantId AND v.id = :id FOR UPDATE`;
    return (await tx.query<SavedViewRow>(sql, { id })).map(fromRow)[0];
  },

  ownedBy: (tx, owner) =>
    tx.query('SELECT v.id, v.name FROM settlement_view v WHERE v.tenant_id = :tenantId AND v.owner = :owner', {
      owner,
    }),

  async add(tx, { orderBy, savedAt, conditions, columns, ...view }) {
    await tx.insertMany('settlement_view', [
      { ...view, conditions: json(conditions), columns: json(columns), order_by: orderBy, saved_at: savedAt },
    ]);
  },

  async save(tx, { conditions, columns, ...view }) {
    await tx.execute(
      `UPDATE settlement_view v SET v.name = :name, v.shared = :shared, v.conditions = :conditions,
         v.order_by = :orderBy, v.columns = :columns, v.version = :version, v.saved_at = :savedAt
       WHERE v.tenant_id = :tenantId AND v.id = :id`,
      { ...view, conditions: json(conditions), columns: json(columns) },
    );
  },

  async remove(tx, id) {
    await tx.execute('DELETE v FROM settlement_view v WHERE v.tenant_id = :tenantId AND v.id = :id', { id });
  },

  async usableBy(reader, person, id) {
    const one = id === undefined ? '' : ' AND v.id = :id';
    const params = { person, ...(id === undefined ? {} : { id }) };
    return (await reader.query<SavedViewRow>(`${USABLE}${one} ORDER BY v.name, v.id LIMIT 1000`, params)).map(fromRow);
  },
};

function fromRow({ shared, conditions, columns, ...row }: SavedViewRow): SavedView {
  return {
    ...row,
    shared: Number(shared) === 1,
    conditions: JSON.parse(conditions) as SavedView['conditions'],
    columns: JSON.parse(columns) as SavedView['columns'],
  };
}
