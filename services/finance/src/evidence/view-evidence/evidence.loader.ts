import { toGlobalId, type GraphContext } from '@redress/graphql-runtime';
import type { Database, TenantReader } from '@redress/persistence';
import { isStaff } from '../../access/access.rules';
import { EVIDENCE_COLUMNS, toEvidence, type EvidenceRecord } from './evidence-record.query';
import type { Evidence } from '../model/evidence.model';
import type { SettlementEvidence, ShownEvidenceState } from './evidence.gql';

interface EvidenceOfSettlement {
  /** Kinds of which there is accepted evidence, whoever attached it. */
  readonly accepted: ReadonlySet<string>;
  readonly given: SettlementEvidence[];
}

/** Finds evidence for one request, in one statement however many settlements are asked about. */
export class EvidenceLoader {
  constructor(private readonly database: Database) {}

  /** What was attached to a settlement, the oldest first; to a customer, what they attached themself. */
  async ofSettlement(context: GraphContext, settlementId: string): Promise<EvidenceOfSettlement> {
    const reader = this.database.reader(context.viewer.tenantId);
    const loader = context.loader<string, Evidence[]>('settlement-evidence', (ids) => evidenceOf(reader, ids));
    const all = (await loader.load(settlementId)) ?? [];
    const staff = isStaff(context.viewer);
    const visible = staff ? all : all.filter(({ addedBy }) => addedBy === context.viewer.subject);
    return {
      accepted: new Set(all.filter(({ state }) => state === 'ACCEPTED').map(({ kind }) => kind)),
      given: visible.map((evidence) => shown(evidence, staff)),
    };
  }

  /** Evidence as it is now, not from the request's memory. */
  async fresh({ viewer }: GraphContext, id: string): Promise<SettlementEvidence | null> {
    const [record] = await this.database
      .reader(viewer.tenantId)
      .query<EvidenceRecord>(
        `SELECT ${EVIDENCE_COLUMNS} FROM settlement_evidence e WHERE e.tenant_id = :tenantId AND e.id = :id`,
        { id },
      );
    return record === undefined ? null : shown(toEvidence(record), isStaff(viewer));
  }
}

async function evidenceOf(reader: TenantReader, settlementIds: readonly string[]): Promise<Evidence[][]> {
  const records = await reader.query<EvidenceRecord>(
    `SELECT ${EVIDENCE_COLUMNS} FROM settlement_evidence e
     WHERE e.tenant_id = :tenantId AND e.settlement_id IN (:settlementIds) AND e.state <> 'REQUESTED'
     ORDER BY e.given_at, e.id`,
    { settlementIds: [...new Set(settlementIds)] },
  );
  const all = records.map(toEvidence);
  return settlementIds.map((id) => all.filter(({ settlementId }) => settlementId === id));
}

function shown(evidence: Evidence, forStaff: boolean): SettlementEvidence {
  const { id, kind, fileName, mediaType, sizeBytes, sha256 = '', version, addedAt } = evidence;
  return {
    ...{ id: toGlobalId('SettlementEvidence', id), uuid: id, kind, fileName, mediaType, sizeBytes, sha256, version },
    note: evidence.note ?? null,
    state: evidence.state as ShownEvidenceState,
    addedBy: forStaff ? evidence.addedBy : null,
    givenAt: evidence.givenAt ?? addedAt,
    verifiedBy: (forStaff ? evidence.verifiedBy : undefined) ?? null,
    verifiedAt: evidence.verifiedAt ?? null,
    reason: evidence.reason ?? null,
  };
}
