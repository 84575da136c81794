import type { TenantTransaction } from '@redress/persistence';
import type { Ceiling, CeilingKind } from '../model/ceiling.model';
import type { CeilingRepository } from '../model/ceiling.repository';

interface CeilingRow {
  readonly id: string;
  readonly kind: CeilingKind;
  readonly subject: string;
  readonly currency: string;
  readonly limit_minor: string;
  readonly reserved_minor: string;
  readonly settled_minor: string;
}

const COLUMNS = 'c.id, c.kind, c.subject, c.currency, c.limit_minor, c.reserved_minor, c.settled_minor';

export const ceilingsInMysql: CeilingRepository = {
  async lock(tx, id) {
    const [ceiling] = await locked(tx, 'c.id = :id', { id });
    if (ceiling === undefined) throw new Error(`there is no ceiling ${id}`);
    return ceiling;
  },

  async lockBySubject(tx, kind, subject) {
    const [ceiling] = await locked(tx, 'c.kind = :kind AND c.subject = :subject', { kind, subject });
    return ceiling;
  },

  async add(tx, ceilings) {
    await tx.insertMany(
      'ceiling',
      ceilings.map(({ id, kind, subject, currency, limitMinor, reservedMinor, settledMinor }) => ({
        id,
        kind,
        subject,
        currency,
        limit_minor: limitMinor,
        reserved_minor: reservedMinor,
        settled_minor: settledMinor,
      })),
    );
  },

  async save(tx, { id, limitMinor, reservedMinor, settledMinor }) {
    const { affectedRows } = await tx.execute(
      `UPDATE ceiling c SET c.limit_minor = :limitMinor, c.reserved_minor = :reservedMinor, c.settled_minor = :settledMinor
       WHERE c.tenant_id = :tenantId AND c.id = :id`,
      { id, limitMinor, reservedMinor, settledMinor },
    );
    if (affectedRows !== 1) throw new Error(`there is no ceiling ${id}`);
  },
};

async function locked(tx: TenantTransaction, condition: string, params: Record<string, string>): Promise<Ceiling[]> {
  const rows = await tx.query<CeilingRow>(
    `SELECT ${COLUMNS} FROM ceiling c WHERE c.tenant_id = :tenantId AND ${condition} FOR UPDATE`,
    params,
  );
  return rows.map(({ limit_minor, reserved_minor, settled_minor, ...row }) => ({
    ...row,
    limitMinor: BigInt(limit_minor),
    reservedMinor: BigInt(reserved_minor),
    settledMinor: BigInt(settled_minor),
  }));
}
