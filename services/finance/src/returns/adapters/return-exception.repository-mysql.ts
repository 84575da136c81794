import { newId } from '@redress/kernel';
import { appendEventsOfMany } from '@redress/messaging';
import type { TenantReader, TenantTransaction } from '@redress/persistence';
import { formatQuantity } from '../../ceiling/model/quantity.model';
import type { ReturnException } from '../model/return-exception.model';
import type { Raised, Resolved, ReturnExceptionRepository } from '../model/return-exception.repository';
import { raisedPublication, resolvedPublication } from '../published/return-exception.publication';
import { EXCEPTION_COLUMNS, exceptionOf, exceptionRow, type ReturnExceptionRow } from './return-exception.row';

export const returnExceptionsInMysql: ReturnExceptionRepository = {
  lock: async (tx, id) => (await read(tx, 'x.id IN (:values) FOR UPDATE', [id]))[0],
  find: async (tx, id) => (await read(tx, 'x.id IN (:values)', [id]))[0],
  openOf: (tx, authorisationId) =>
    read(tx, "x.authorisation_id IN (:values) AND x.state = 'OPEN' ORDER BY x.id", [authorisationId]),

  async raise(tx, raised) {
    if (raised.length === 0) return;
    const open = await read(
      tx,
      'x.open_key IN (:values) ORDER BY x.id FOR UPDATE',
      raised.map(({ matter }) => matter),
    );
    for (const each of raised) {
      const known = open.find(({ matter }) => matter === each.matter);
      if (known === undefined) await add(tx, each);
      else await follow(tx, known, each);
    }
  },

  async endOf(tx, matters, end) {
    if (matters.length === 0) return;
    const open = await read(tx, 'x.open_key IN (:values) ORDER BY x.id FOR UPDATE', matters);
    for (const exception of open) await resolve(tx, exception, end);
  },

  resolve,

  async assign(tx, { id, version }, owner) {
    await tx.execute(
      `UPDATE return_exception x SET x.owner = :owner, x.version = :version
       WHERE x.tenant_id = :tenantId AND x.id = :id`,
      { id, owner, version: version + 1 },
    );
  },
};

async function add(tx: TenantTransaction, raised: Raised): Promise<void> {
  const exception: ReturnException = { ...raised, id: newId(), state: 'OPEN', version: 1 };
  await tx.insertMany('return_exception', [exceptionRow(exception)]);
  await appendEventsOfMany(tx, [
    { aggregate: { id: exception.id, version: 1 }, events: [raisedPublication(exception)] },
  ]);
}

async function follow(tx: TenantTransaction, known: ReturnException, { kind, quantity }: Raised): Promise<void> {
  if (known.kind === kind && known.quantity === quantity) return;
  const changed = { ...known, kind, quantity, version: known.version + 1 };
  await tx.execute(
    `UPDATE return_exception x SET x.kind = :kind, x.quantity = :quantity, x.version = :version
     WHERE x.tenant_id = :tenantId AND x.id = :id`,
    { id: known.id, kind, quantity: formatQuantity(quantity), version: changed.version },
  );
}

async function resolve(tx: TenantTransaction, exception: ReturnException, end: Resolved): Promise<void> {
  const { resolution, reason, by, at, countedOn = null } = end;
  const version = exception.version + 1;
  await tx.execute(
    `UPDATE return_exception x SET x.state = :resolution, x.reason = :reason, x.resolved_by = :by, x.resolved_at = :at,
       x.counted_on_line_id = :countedOn, x.open_key = NULL, x.version = :version
     WHERE x.tenant_id = :tenantId AND x.id = :id`,
    { id: exception.id, resolution, reason, by, at, countedOn, version },
  );
  // Only raising and ending are told, so they are the first and second thing that others know of it.
  await appendEventsOfMany(tx, [
    { aggregate: { id: exception.id, version: 2 }, events: [resolvedPublication(exception, end)] },
  ]);
}

async function read(reader: TenantReader, condition: string, values: readonly string[]): Promise<ReturnException[]> {
  const rows = await reader.query<ReturnExceptionRow>(
    `SELECT ${EXCEPTION_COLUMNS} FROM return_exception x WHERE x.tenant_id = :tenantId AND ${condition}`,
    { values: [...values] },
  );
  return rows.map(exceptionOf);
}
