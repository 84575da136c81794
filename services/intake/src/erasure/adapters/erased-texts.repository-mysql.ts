import type { TenantTransaction } from '@redress/persistence';
import { comparedTerms } from '../../duplicate/model/compared-terms';
import { fingerprint } from '../../duplicate/model/fingerprint';
import { searchTokens } from '../../search/search-tokens';
import type { ErasedTexts } from '../model/erased-texts.repository';
import type { ComplaintLabels } from '../model/erasure.model';

interface ContentRow {
  readonly complaintId: string;
  readonly tokens: string;
}

/** The words of one complaint may be 90 kB. */
const AT_ONCE = 50;
const WORDS = `
  SELECT t.complaint_id AS complaintId, t.tokens FROM complaint_content t
  WHERE t.tenant_id = :tenantId AND t.complaint_id IN (:ids) FOR UPDATE`;
const ERASE = `
  UPDATE complaint_content t SET t.sealed_text = NULL, t.sealed_card = NULL, t.tokens = :tokens
  WHERE t.tenant_id = :tenantId AND t.complaint_id = :id`;
const FINGERPRINTS = `
  DELETE f FROM complaint_fingerprint f
  WHERE f.tenant_id = :tenantId AND f.band IN (:bands) AND f.received_at = :receivedAt AND f.complaint_id = :id`;
const FILES = `
  UPDATE attachment a SET a.state = 'ERASED', a.file_name = ''
  WHERE a.tenant_id = :tenantId AND a.complaint_id IN (:complaintIds) AND a.state = 'STORED'`;
const TICKETS = `
  DELETE a FROM attachment a
  WHERE a.tenant_id = :tenantId AND a.complaint_id IN (:complaintIds) AND a.state = 'REQUESTED'`;
const MESSAGES = 'DELETE m FROM correspondence m WHERE m.tenant_id = :tenantId AND m.complaint_id = :complaintId';
const FIND = `
  SELECT c.id, c.number, c.product, c.order_number AS orderNumber, c.received_at AS receivedAt
  FROM complaint c WHERE c.tenant_id = :tenantId AND c.id = :complaintId`;

/** Texts of complaints in MySQL. */
export const mysqlErasedTexts: ErasedTexts = {
  async erase(tx, complaints) {
    for (let start = 0; start < complaints.length; start += AT_ONCE) {
      const some = new Map(complaints.slice(start, start + AT_ONCE).map((each) => [each.id, each]));
      const rows = await tx.query<ContentRow>(WORDS, { ids: [...some.keys()] });
      for (const { complaintId, tokens } of rows) {
        const labels = some.get(complaintId);
        if (labels !== undefined) await eraseOne(tx, labels, tokens);
      }
    }
  },

  async eraseFiles(tx, complaintIds) {
    if (complaintIds.length === 0) return;
    await tx.execute(FILES, { complaintIds });
    await tx.execute(TICKETS, { complaintIds });
  },

  async eraseMessages(tx, complaintId) {
    await tx.execute(MESSAGES, { complaintId });
  },

  async find(tx, complaintId) {
    return (await tx.query<ComplaintLabels>(FIND, { complaintId }))[0];
  },
};

/** Its fingerprints are found by the words that they were made of, since no index leads from a complaint to them. */
async function eraseOne(
  tx: TenantTransaction,
  { id, number, product, orderNumber, receivedAt }: ComplaintLabels,
  tokens: string,
): Promise<void> {
  const bands = fingerprint(comparedTerms(tokens, { number, orderNumber }));
  if (bands.length > 0) await tx.execute(FINGERPRINTS, { id, bands, receivedAt });
  // One by one: with the commit a thousand of them would be more than a server takes in one packet.
  await tx.execute(ERASE, { id, tokens: searchTokens(tx.tenantId, [number, product, orderNumber]) });
}
