import type { CeilingRepository } from '../model/ceiling.repository';
import { idsByLines, idsBySubjects } from './ceiling-ids.query';
import { CEILING_COLUMNS, fromCeilingRow, toCeilingRow, type CeilingRow } from './ceiling.row';
import { saveCeilings } from './save-ceilings';

export const ceilingsInMysql: CeilingRepository = {
  async lock(tx, id) {
    const [ceiling] = await this.lockMany(tx, [id]);
    if (ceiling === undefined) throw new Error(`there is no ceiling ${id}`);
    return ceiling;
  },

  async lockBySubject(tx, kind, subject) {
    const [row] = await tx.query<CeilingRow>(
      `SELECT ${CEILING_COLUMNS} FROM ceiling c
       WHERE c.tenant_id = :tenantId AND c.kind = :kind AND c.subject = :subject FOR UPDATE`,
      { kind, subject },
    );
    return row === undefined ? undefined : fromCeilingRow(row);
  },

  async lockMany(tx, ids) {
    const wanted = [...new Set(ids)].sort();
    if (wanted.length === 0) return [];
    // The primary key is what is searched, so that rows are locked in its order whatever the list looks like.
    const rows = await tx.query<CeilingRow>(
      `SELECT ${CEILING_COLUMNS} FROM ceiling c FORCE INDEX (PRIMARY)
       WHERE c.tenant_id = :tenantId AND c.id IN (:wanted) ORDER BY c.id FOR UPDATE`,
      { wanted },
    );
    if (rows.length === wanted.length) return rows.map(fromCeilingRow);
    const missing = wanted.find((id) => rows.every((row) => row.id !== id));
    throw new Error(`there is no ceiling ${missing ?? ''}`);
  },

  async lockBySubjects(tx, subjects) {
    return this.lockMany(tx, await idsBySubjects(tx, subjects));
  },

  async lockLines(tx, orderLines) {
    return this.lockMany(tx, await idsByLines(tx, orderLines));
  },

  idsBySubjects,
  idsByLines,

  async add(tx, ceilings) {
    if (ceilings.length > 0) await tx.insertMany('ceiling', ceilings.map(toCeilingRow));
  },

  save: (tx, ceiling) => saveCeilings(tx, [ceiling]),
  saveMany: saveCeilings,
};
