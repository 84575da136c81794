import { json, type TenantReader } from '@redress/persistence';
import type { Role } from '@redress/kernel';
import type { Endorsement } from '../model/signatory.model';
import type { SignatureBook, Signatures } from '../model/signatures.repository';

interface SignatureRow {
  readonly settlementId: string;
  readonly kind: 'RESOLUTION' | 'PREPARER' | 'ENDORSEMENT';
  readonly id: string | null;
  readonly subject: string;
  readonly holder: string | null;
  readonly onBehalfOf: string | null;
  readonly roles: string | null;
  readonly parties: string | null;
  readonly opinion: string | null;
  readonly amountMinor: string | null;
  readonly currency: string | null;
  readonly at: Date | null;
}

const OF_SETTLEMENTS = `
  SELECT s.id AS settlementId, 'RESOLUTION' AS kind, NULL AS id, r.approved_by AS subject, NULL AS holder,
    NULL AS onBehalfOf, NULL AS roles, r.holders AS parties, NULL AS opinion, NULL AS amountMinor, NULL AS currency,
    r.approved_at AS at
  FROM settlement s JOIN resolution_approval r ON r.tenant_id = s.tenant_id AND r.resolution_id = s.resolution_id
  WHERE s.tenant_id = :tenantId AND r.tenant_id = :tenantId AND s.id IN (:settlementIds)
  UNION ALL
  SELECT p.settlement_id, 'PREPARER', NULL, p.subject, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM settlement_preparer p WHERE p.tenant_id = :tenantId AND p.settlement_id IN (:settlementIds)
  UNION ALL
  SELECT e.settlement_id, 'ENDORSEMENT', e.id, e.subject, e.holder, e.on_behalf_of, e.roles, e.parties, e.opinion,
    e.amount_minor, e.currency, e.endorsed_at
  FROM settlement_endorsement e WHERE e.tenant_id = :tenantId AND e.settlement_id IN (:settlementIds)`;
const NOTE_RESOLUTION = `
  INSERT INTO resolution_approval (tenant_id, resolution_id, approved_by, holders, approved_at)
  VALUES (:tenantId, :resolutionId, :by, :holders, :at)
  ON DUPLICATE KEY UPDATE resolution_id = resolution_id`;
const NOTE_PREPARER = `
  INSERT INTO settlement_preparer (tenant_id, settlement_id, subject) VALUES (:tenantId, :settlementId, :subject)
  ON DUPLICATE KEY UPDATE subject = VALUES(subject)`;
const AWAIT = `
  INSERT INTO settlement_awaiting (tenant_id, settlement_id, holder, role, since)
  VALUES (:tenantId, :settlementId, :holder, :role, :since)
  ON DUPLICATE KEY UPDATE since = IF(holder <=> VALUES(holder), since, VALUES(since)), holder = VALUES(holder),
    role = VALUES(role)`;
const AWAIT_FINANCE = 'DELETE FROM settlement_awaiting WHERE tenant_id = :tenantId AND settlement_id = :settlementId';

export const signaturesInMysql: SignatureBook = {
  async of(reader: TenantReader, settlementIds: readonly string[]): Promise<readonly Signatures[]> {
    if (settlementIds.length === 0) return [];
    const rows = await reader.query<SignatureRow>(OF_SETTLEMENTS, { settlementIds });
    return settlementIds.map((id) => signaturesIn(rows.filter(({ settlementId }) => settlementId === id)));
  },

  async endorse(tx, settlementId, { id, subject, holder, onBehalfOf, roles, parties, opinion, at, ...amount }) {
    await tx.insertMany('settlement_endorsement', [
      {
        ...{ id, settlement_id: settlementId, subject, holder, on_behalf_of: onBehalfOf ?? null },
        ...{ roles: json(roles), parties: json(parties), opinion: opinion ?? null },
        ...{ amount_minor: amount.amountMinor, currency: amount.currency, endorsed_at: at },
      },
    ]);
  },

  async noteResolution(tx, resolutionId, { by, holders, at }) {
    await tx.execute(NOTE_RESOLUTION, { resolutionId, by, at, holders: json(holders) });
  },

  async notePreparer(tx, settlementId, subject) {
    await tx.execute(NOTE_PREPARER, { settlementId, subject });
  },

  async await(tx, { settlementId, holder, since }) {
    if (holder?.holder === 'finance') await tx.execute(AWAIT_FINANCE, { settlementId });
    else await tx.execute(AWAIT, { settlementId, since, holder: holder?.holder ?? null, role: holder?.role ?? null });
  },
};

function signaturesIn(rows: readonly SignatureRow[]): Signatures {
  const resolution = rows.find(({ kind }) => kind === 'RESOLUTION');
  return {
    ...(resolution === undefined ? {} : { resolutionHolders: textsOf(resolution.parties) }),
    preparers: rows.filter(({ kind }) => kind === 'PREPARER').map(({ subject }) => subject),
    endorsements: rows
      .flatMap((row) => restored(row) ?? [])
      .sort((one, other) => one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1)),
  };
}

function restored(row: SignatureRow): Endorsement | undefined {
  const { kind, id, subject, holder, onBehalfOf, opinion, amountMinor, currency, at } = row;
  if (kind !== 'ENDORSEMENT' || id === null || holder === null || amountMinor === null || at === null) return undefined;
  return {
    ...{ id, subject, holder, at, amountMinor: BigInt(amountMinor), currency: currency ?? '' },
    roles: textsOf(row.roles) as readonly Role[],
    parties: textsOf(row.parties),
    ...(onBehalfOf === null ? {} : { onBehalfOf }),
    ...(opinion === null ? {} : { opinion }),
  };
}

function textsOf(list: string | null): readonly string[] {
  return list === null ? [] : (JSON.parse(list) as string[]);
}
