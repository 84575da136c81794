import type { TenantReader } from '@redress/persistence';
import type { Publication, RegulationDraft, Signature } from '../model/regulation-draft.model';
import { storedRegulation } from '../../adoption/model/stored-regulation.model';

/** A row of `regulation_draft`, by column. */
export interface StoredDraft {
  readonly id: string;
  readonly version: number;
  readonly document: string;
  readonly drafted_by: string;
  readonly drafted_at: Date;
  readonly published_version: number | null;
  readonly effective_from: Date | null;
  readonly published_by: string | null;
  readonly published_at: Date | null;
}

interface StoredSignature {
  readonly draft_id: string;
  readonly signatory: string;
  readonly signed_by: string;
  readonly signed_at: Date;
}

export const DRAFT_COLUMNS = `
  d.id, d.version, d.document, d.drafted_by, d.drafted_at, d.published_version, d.effective_from, d.published_by,
  d.published_at`;
const SIGNATURES = `
  SELECT g.draft_id, g.signatory, g.signed_by, g.signed_at FROM regulation_signature g
  WHERE g.tenant_id = :tenantId AND g.draft_id IN (:draftIds) ORDER BY g.signed_at, g.signatory`;

/** Drafts by their ids, in one statement. */
export function readDrafts(reader: TenantReader, draftIds: readonly string[]): Promise<StoredDraft[]> {
  return reader.query<StoredDraft>(
    `SELECT ${DRAFT_COLUMNS} FROM regulation_draft d WHERE d.tenant_id = :tenantId AND d.id IN (:draftIds)`,
    { draftIds },
  );
}

/** The signatures under drafts, by draft, in one statement. */
export async function readSignatures(
  reader: TenantReader,
  draftIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Signature[]>> {
  const byDraft = new Map<string, Signature[]>(draftIds.map((id) => [id, []]));
  for (const row of await reader.query<StoredSignature>(SIGNATURES, { draftIds })) {
    const { signatory, signed_by: signedBy, signed_at: signedAt } = row;
    byDraft.get(row.draft_id)?.push({ signatory, signedBy, signedAt });
  }
  return byDraft;
}

/** The draft behind its rows. */
export function restoredDraft(stored: StoredDraft, signatures: readonly Signature[]): RegulationDraft {
  const publication = publicationOf(stored);
  return {
    id: stored.id,
    version: stored.version,
    regulation: storedRegulation(stored.document),
    draftedBy: stored.drafted_by,
    draftedAt: stored.drafted_at,
    signatures,
    ...(publication === undefined ? {} : { publication }),
  };
}

/** The publication of a draft, once there is one. */
export function publicationOf(
  stored: Pick<StoredDraft, 'published_version' | 'effective_from' | 'published_by' | 'published_at'>,
): Publication | undefined {
  const { published_version: version, effective_from, published_by, published_at } = stored;
  return version === null || effective_from === null || published_by === null || published_at === null
    ? undefined
    : { version, effectiveFrom: effective_from, publishedBy: published_by, publishedAt: published_at };
}
