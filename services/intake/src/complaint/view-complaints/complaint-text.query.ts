import type { TenantReader } from '@redress/persistence';
import type { MasterKeys } from '../../personal-data/master-keys';
import { openSubjectKey } from '../../personal-data/subject-key';
import type { FactValues } from '../model/fact-values.rules';
import { cardPlace, textPlace } from '../model/complaint.model';

interface TextRecord {
  readonly complaintId: string;
  readonly customerId: string;
  readonly sealedText: Buffer | null;
  readonly sealedCard: Buffer | null;
  readonly wrappedKey: Buffer | null;
}

const BY_COMPLAINTS = `
  SELECT c.id AS complaintId, c.customer_id AS customerId, t.sealed_text AS sealedText, t.sealed_card AS sealedCard,
    i.wrapped_key AS wrappedKey
  FROM complaint c
  JOIN complaint_content t ON t.tenant_id = c.tenant_id AND t.complaint_id = c.id
  JOIN customer_identity i ON i.tenant_id = c.tenant_id AND i.customer_id = c.customer_id
  WHERE c.tenant_id = :tenantId AND c.id IN (:ids)`;

/** Texts of complaints that the viewer may see, with one statement; `null` where there is none, or none any more. */
export async function complaintTexts(
  reader: TenantReader,
  masters: MasterKeys,
  ids: readonly string[],
): Promise<readonly (string | null)[]> {
  const records = await reader.query<TextRecord>(BY_COMPLAINTS, { ids });
  const texts = new Map(records.map((record) => [record.complaintId, textOf(record, reader.tenantId, masters)]));
  return ids.map((id) => texts.get(id) ?? null);
}

/** The personal fields of record cards that the viewer may see, with one statement; none where they were erased. */
export async function personalCards(
  reader: TenantReader,
  masters: MasterKeys,
  ids: readonly string[],
): Promise<readonly FactValues[]> {
  const records = await reader.query<TextRecord>(BY_COMPLAINTS, { ids });
  const cards = new Map(records.map((record) => [record.complaintId, cardOf(record, reader.tenantId, masters)]));
  return ids.map((id) => cards.get(id) ?? {});
}

function cardOf(
  { complaintId, customerId, sealedCard, wrappedKey }: TextRecord,
  tenantId: string,
  masters: MasterKeys,
) {
  if (sealedCard === null || wrappedKey === null) return {};
  const key = openSubjectKey(masters, { tenantId, customerId }, wrappedKey);
  return JSON.parse(key.openText(cardPlace(complaintId), sealedCard)) as FactValues;
}

function textOf(
  { complaintId, customerId, sealedText, wrappedKey }: TextRecord,
  tenantId: string,
  masters: MasterKeys,
) {
  if (sealedText === null || wrappedKey === null) return null;
  return openSubjectKey(masters, { tenantId, customerId }, wrappedKey).openText(textPlace(complaintId), sealedText);
}
