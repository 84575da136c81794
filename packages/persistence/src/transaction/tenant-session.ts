import type { DataSource } from 'typeorm';
import { affectedRowsOf, rowsOf } from '../connection/statement';
import type { SystemTransaction, TenantTransaction } from '../database';
import { tenantRows } from '../rows/tenant-rows';
import { bindParams, bindQuery } from '../sql/compiled-statement';
import type { InsertRow } from '../sql/insert-statement';
import { insertStatements } from '../sql/insert-statement';
import type { OpenTransaction } from './open-transaction';
import { systemStatement, tenantStatement, withTenant } from './statements';

/** The transaction as the business code of one tenant sees it. */
export function tenantTransaction(dataSource: DataSource, open: OpenTransaction, tenantId: string): TenantTransaction {
  const session: TenantTransaction = {
    tenantId,
    async query<Row>(sql: string, params = {}) {
      return rowsOf<Row>(await open.send(bindQuery(tenantStatement(sql), withTenant(params, tenantId)), sql));
    },
    async execute(sql, params = {}) {
      return {
        affectedRows: affectedRowsOf(
          await open.send(bindParams(tenantStatement(sql), withTenant(params, tenantId)), sql),
        ),
      };
    },
    async insertMany(table, rows) {
      for (const { sql, text } of insertStatements(table, rows, { tenant_id: tenantId })) await open.send(sql, text);
    },
    insertAtCommit(table, rows, columns) {
      insertStatements(table, rows, { tenant_id: tenantId }, { columns }).forEach((statement) => {
        open.deferToCommit(statement);
      });
    },
    upsertAtCommit(table, rows, add = []) {
      insertStatements(table, rows, { tenant_id: tenantId }, { update: true, add }).forEach((statement) => {
        open.deferToCommit(statement);
      });
    },
    executeAtCommit(sql, params = {}) {
      open.deferToCommit({ sql: bindParams(tenantStatement(sql), withTenant(params, tenantId)), text: sql });
    },
    rows: (row) => tenantRows(dataSource, session, row),
    afterCommit: (callback) => {
      open.afterCommit(callback);
    },
  };
  return session;
}

/** The transaction as the infrastructure sees it. */
export function systemTransaction(dataSource: DataSource, open: OpenTransaction): SystemTransaction {
  return {
    async query<Row>(sql: string, params = {}) {
      return rowsOf<Row>(await open.send(bindQuery(systemStatement(sql), params), sql));
    },
    async execute(sql, params = {}) {
      return { affectedRows: affectedRowsOf(await open.send(bindParams(systemStatement(sql), params), sql)) };
    },
    async insertMany(table: string, rows: readonly InsertRow[]) {
      for (const { sql, text } of insertStatements(table, rows)) await open.send(sql, text);
    },
    insertAtCommit(table, rows) {
      insertStatements(table, rows).forEach((statement) => {
        open.deferToCommit(statement);
      });
    },
    forTenant: (tenantId) => tenantTransaction(dataSource, open, tenantId),
    afterCommit: (callback) => {
      open.afterCommit(callback);
    },
  };
}
