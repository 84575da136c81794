import { isDuplicateKey, type TenantTransaction } from '@redress/persistence';
import type { RegulationDraft } from '../model/regulation-draft.model';
import type { RegulationDraftRepository } from '../model/regulation-draft.repository';
import { publicationOf, readSignatures, restoredDraft } from '../view-drafts/draft-rows.query';
import { RegulationDraftRow } from './regulation-draft.row';

const PUBLICATIONS = `
  SELECT d.published_version, d.effective_from, d.published_by, d.published_at FROM regulation_draft d
  WHERE d.tenant_id = :tenantId AND d.regulation_id = :regulationId AND d.published_version IS NOT NULL
  ORDER BY d.published_version`;
const VOID_SIGNATURES = 'DELETE FROM regulation_signature WHERE tenant_id = :tenantId AND draft_id = :draftId';

/** An organisation's own regulations in MySQL. */
export function mysqlRegulationDrafts(): RegulationDraftRepository {
  return {
    async find(tx, id) {
      const row = await tx.rows(RegulationDraftRow).findOne({ id }, { lock: 'update' });
      if (row === undefined) return undefined;
      return restoredDraft(row, (await readSignatures(tx, [id])).get(id) ?? []);
    },

    async publicationsOf(tx, regulationId) {
      const rows = await tx.query<Parameters<typeof publicationOf>[0]>(PUBLICATIONS, { regulationId });
      return rows.flatMap((row) => publicationOf(row) ?? []);
    },

    async add(tx, { id, version, regulation, draftedBy, draftedAt }) {
      await tx.insertMany('regulation_draft', [{ id, version, ...textColumns({ regulation, draftedBy, draftedAt }) }]);
    },

    async rewrite(tx, draft) {
      await change(tx, draft, textColumns(draft));
      await tx.execute(VOID_SIGNATURES, { draftId: draft.id });
    },

    async sign(tx, draft, { signatory, signedBy, signedAt }) {
      await change(tx, draft, {});
      tx.insertAtCommit('regulation_signature', [
        { draft_id: draft.id, signatory, signed_by: signedBy, signed_at: signedAt },
      ]);
    },

    async publish(tx, draft, { version, effectiveFrom, publishedBy, publishedAt }) {
      try {
        await change(tx, draft, {
          document: JSON.stringify({ ...draft.regulation, version }),
          published_version: version,
          effective_from: effectiveFrom,
          published_by: publishedBy,
          published_at: publishedAt,
        });
        return true;
      } catch (error) {
        if (isDuplicateKey(error, 'one_per_version')) return false;
        throw error;
      }
    },
  };
}

async function change(
  tx: TenantTransaction,
  { id, version }: RegulationDraft,
  patch: Partial<RegulationDraftRow>,
): Promise<void> {
  await tx.rows(RegulationDraftRow).updateVersioned({ id, expectedVersion: version, patch });
}

function textColumns({
  regulation,
  draftedBy,
  draftedAt,
}: Pick<RegulationDraft, 'regulation' | 'draftedBy' | 'draftedAt'>) {
  return {
    regulation_id: regulation.id,
    document: JSON.stringify(regulation),
    drafted_by: draftedBy,
    drafted_at: draftedAt,
  };
}
