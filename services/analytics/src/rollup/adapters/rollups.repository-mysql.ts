import type { TenantTransaction } from '@redress/persistence';
import type { FactName } from '../../facts/model/fact-tables.model';
import type { RollupDelta } from '../model/rollup-deltas.model';
import type { RollupEdition, Rollups } from '../model/rollups.repository';
import { toDeltaRows } from './rollup.row';

/** After the first, an edition that missed an event is begun anew at most this often: another version of the service may be taking events. */
const YOUNG = 'INTERVAL 5 MINUTE';

interface EditionRow {
  readonly generation: number;
  readonly edition: number;
  readonly layout: string;
  readonly state: RollupEdition['state'];
  readonly position: string;
  readonly filled_as_of: string;
  readonly fact: FactName | '';
  readonly owner: string;
  readonly is_young: number;
}

const toEdition = (row: EditionRow): RollupEdition => ({
  ...{ generation: row.generation, edition: row.edition, layout: row.layout, state: row.state },
  ...{ position: BigInt(row.position), filledAsOf: BigInt(row.filled_as_of) },
  progress: { fact: row.fact, owner: row.owner.trim() },
  isYoung: Number(row.is_young) === 1,
});

const ONE = 's.tenant_id = :tenantId AND s.generation = :generation AND s.edition = :edition';

const keyOf = ({ generation, edition }: RollupEdition) => ({ generation, edition });

function add(tx: TenantTransaction, edition: RollupEdition, deltas: readonly RollupDelta[]): void {
  for (const { rows, add: columns } of toDeltaRows(deltas, edition)) tx.upsertAtCommit('rollup', rows, columns);
}

/** Totals in MySQL. Whoever changes those of an edition locks its state first, so that none waits for another crosswise. */
export const rollupsInMysql: Rollups = {
  async hold(tx, generation) {
    const rows = await tx.query<EditionRow>(
      `SELECT s.generation, s.edition, s.layout, s.state, s.position, s.filled_as_of, s.fact, s.owner,
         s.edition > 1 AND s.begun_at > UTC_TIMESTAMP(3) - ${YOUNG} AS is_young
       FROM rollup_state s WHERE s.tenant_id = :tenantId AND s.generation = :generation ORDER BY s.edition FOR UPDATE`,
      { generation },
    );
    return rows.map(toEdition);
  },

  begin(tx, { generation, edition, layout, state, position, filledAsOf, progress }) {
    tx.executeAtCommit(
      `INSERT INTO rollup_state (tenant_id, generation, edition, layout, state, position, filled_as_of, fact, owner,
         begun_at, touched_at, lease_until)
       VALUES (:tenantId, :generation, :edition, :layout, :state, :position, :filledAsOf, :fact, :owner,
         UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))`,
      { generation, edition, layout, state, position, filledAsOf, ...progress },
    );
  },

  moveOn(tx, edition, to, deltas) {
    tx.executeAtCommit(`UPDATE rollup_state s SET s.position = :to, s.touched_at = UTC_TIMESTAMP(3) WHERE ${ONE}`, {
      ...keyOf(edition),
      to,
    });
    add(tx, edition, deltas);
  },

  async retire(tx, edition) {
    await tx.execute(`UPDATE rollup_state s SET s.state = 'RETIRED' WHERE ${ONE}`, keyOf(edition));
  },

  async fill(tx, edition, { progress: { fact, owner }, leaseMs }, deltas) {
    const { affectedRows } = await tx.execute(
      `UPDATE rollup_state s SET s.fact = :toFact, s.owner = :toOwner, s.state = :state,
         s.lease_until = UTC_TIMESTAMP(3) + INTERVAL :microseconds MICROSECOND
       WHERE ${ONE} AND s.state = 'FILLING' AND s.fact = :fact AND s.owner = :owner`,
      {
        ...{ ...keyOf(edition), ...edition.progress, toFact: fact, toOwner: owner },
        ...{ state: fact === '' ? 'READY' : 'FILLING', microseconds: leaseMs * 1_000 },
      },
    );
    if (affectedRows !== 1) return false;
    add(tx, edition, deltas);
    return true;
  },

  async lease(tx, edition, leaseMs) {
    const { affectedRows } = await tx.execute(
      `UPDATE rollup_state s SET s.lease_until = UTC_TIMESTAMP(3) + INTERVAL :microseconds MICROSECOND
       WHERE ${ONE} AND s.lease_until <= UTC_TIMESTAMP(3)`,
      { ...keyOf(edition), microseconds: leaseMs * 1_000 },
    );
    return affectedRows === 1;
  },

  async holdPosition(tx) {
    const [row] = await tx.query<{ position: string }>(
      'SELECT p.last_position AS position FROM change_position p WHERE p.tenant_id = :tenantId FOR UPDATE',
    );
    return BigInt(row?.position ?? 0);
  },
};
