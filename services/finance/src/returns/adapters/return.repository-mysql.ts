import { appendEventsOfMany } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';
import { formatQuantity } from '../../ceiling/model/quantity.model';
import type { ReturnAuthorisation } from '../model/return-authorisation.model';
import type { ReturnEvent } from '../model/return.events';
import type { OverdueReturn, ReturnRepository } from '../model/return.repository';
import { returnPublication } from '../published/return.publication';
import {
  authorisationOf,
  authorisationRow,
  RETURN_COLUMNS,
  type ReturnAuthorisationRow,
} from './return-authorisation.row';
import {
  changingColumns,
  RETURN_LINE_COLUMNS,
  returnLineOf,
  returnLineRow,
  type ReturnLineRow,
} from './return-line.row';

const EXPECTING = `
  SELECT DISTINCT a.id FROM return_authorisation a JOIN return_line l
    ON l.tenant_id = a.tenant_id AND l.authorisation_id = a.id
  WHERE a.tenant_id = :tenantId AND l.tenant_id = :tenantId AND a.state = 'AUTHORISED'`;

export const returnsInMysql: ReturnRepository = {
  lock: async (tx, id) => (await locked(tx, 'a.id IN (:values)', [id]))[0],

  lockOfSettlement: async (tx, settlementId) => (await locked(tx, 'a.settlement_id IN (:values)', [settlementId]))[0],

  async lockExpecting(tx, { returnNumbers, orderNumbers }) {
    const find = (condition: string, values: readonly string[]) =>
      values.length === 0 ? [] : tx.query<{ id: string }>(`${EXPECTING} AND ${condition}`, { values: [...values] });
    const found = [
      ...(await find('a.number IN (:values)', returnNumbers)),
      ...(await find('l.order_number IN (:values)', orderNumbers)),
    ];
    const ids = [...new Set(found.map(({ id }) => id))];
    const all = ids.length === 0 ? [] : await locked(tx, 'a.id IN (:values)', ids);
    return all.filter(({ state }) => state === 'AUTHORISED');
  },

  async add(tx, authorisation, events) {
    await tx.insertMany('return_authorisation', [authorisationRow(authorisation)]);
    await tx.insertMany('return_line', authorisation.lines.map(returnLineRow));
    await publish(tx, authorisation, events);
  },

  async save(tx, { before, after, events }) {
    const saved = { ...after, version: before.version + events.length };
    const known = new Map(before.lines.map((line) => [line.id, line]));
    for (const line of saved.lines) {
      if (known.get(line.id) === line) continue;
      const columns = changingColumns(line);
      const assignments = Object.keys(columns).map((name) => `l.${name} = :${name}`);
      await tx.execute(
        `UPDATE return_line l SET ${assignments.join(', ')} WHERE l.tenant_id = :tenantId AND l.id = :id`,
        {
          ...columns,
          id: line.id,
        },
      );
    }
    const { id, state, closedAt = null, closedBy = null, version } = saved;
    await tx.execute(
      `UPDATE return_authorisation a SET a.state = :state, a.closed_at = :closedAt, a.closed_by = :closedBy,
         a.version = :version, a.due_at = CASE WHEN :state = 'AUTHORISED' THEN a.due_at ELSE NULL END
       WHERE a.tenant_id = :tenantId AND a.id = :id`,
      { id, state, closedAt, closedBy, version },
    );
    await publish(tx, saved, events);
    return saved;
  },

  async settlementIdOf(reader, id) {
    const [row] = await reader.query<{ settlementId: string }>(
      'SELECT a.settlement_id AS settlementId FROM return_authorisation a WHERE a.tenant_id = :tenantId AND a.id = :id',
      { id },
    );
    return row?.settlementId;
  },

  async idOfLine(reader, returnLineId) {
    const [row] = await reader.query<{ id: string }>(
      'SELECT l.authorisation_id AS id FROM return_line l WHERE l.tenant_id = :tenantId AND l.id = :returnLineId',
      { returnLineId },
    );
    return row?.id;
  },

  async addInspection(tx, { id, returnLineId, quantities, findings, inspectedBy, inspectedAt }) {
    await tx.insertMany('return_inspection', [
      {
        ...{ id, return_line_id: returnLineId },
        resale: formatQuantity(quantities.RESALE),
        repair: formatQuantity(quantities.REPAIR),
        scrap: formatQuantity(quantities.SCRAP),
        back_to_customer: formatQuantity(quantities.BACK_TO_CUSTOMER),
        ...{ findings: findings ?? null, inspected_by: inspectedBy, inspected_at: inspectedAt },
      },
    ]);
  },

  overdue: (reader, now, limit, after) =>
    reader.query<OverdueReturn>(
      `SELECT a.id, a.due_at AS since FROM return_authorisation a
       WHERE a.tenant_id = :tenantId AND a.due_at <= :now
         AND (a.due_at > :since OR (a.due_at = :since AND a.id > :id))
       ORDER BY a.due_at, a.id LIMIT ${String(limit)}`,
      { now, ...(after ?? { since: new Date(0), id: '' }) },
    ),

  async askAfter(tx, id, dueAt) {
    await tx.execute(
      `UPDATE return_authorisation a SET a.due_at = :dueAt, a.due_on_record = COALESCE(:dueAt, a.due_on_record)
       WHERE a.tenant_id = :tenantId AND a.id = :id`,
      { id, dueAt: dueAt ?? null },
    );
  },
};

async function locked(
  tx: TenantTransaction,
  condition: string,
  values: readonly string[],
): Promise<ReturnAuthorisation[]> {
  const heads = await tx.query<ReturnAuthorisationRow>(
    `SELECT ${RETURN_COLUMNS} FROM return_authorisation a WHERE a.tenant_id = :tenantId AND ${condition}
     ORDER BY a.id FOR UPDATE`,
    { values: [...values] },
  );
  if (heads.length === 0) return [];
  const lines = await tx.query<ReturnLineRow>(
    `SELECT ${RETURN_LINE_COLUMNS} FROM return_line l
     WHERE l.tenant_id = :tenantId AND l.authorisation_id IN (:ids) ORDER BY l.authorisation_id, l.line`,
    { ids: heads.map(({ id }) => id) },
  );
  return heads.map((head) =>
    authorisationOf(head, lines.filter(({ authorisationId }) => authorisationId === head.id).map(returnLineOf)),
  );
}

async function publish(
  tx: TenantTransaction,
  authorisation: ReturnAuthorisation,
  events: readonly ReturnEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const { id, version } = authorisation;
  await appendEventsOfMany(tx, [
    { aggregate: { id, version }, events: events.map((event) => returnPublication(authorisation, event)) },
  ]);
}
