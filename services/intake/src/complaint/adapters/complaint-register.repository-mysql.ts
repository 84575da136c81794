import { appendEventsOfMany } from '@redress/messaging';
import { searchTokens } from '../../search/search-tokens';
import type { ComplaintRegister, RegisterEntry } from '../model/complaint-register.repository';
import { REGISTERED_VERSION, textPlace, type Complaint, type TakenNumber } from '../model/complaint.model';
import { complaintRegisteredEvent } from '../published/complaint-registered.publication';

const TAKEN = `
  SELECT c.number, c.id AS complaintId, c.external_source AS source, c.external_id AS externalId
  FROM complaint c WHERE c.tenant_id = :tenantId AND c.number IN (:numbers)`;

interface TakenRow {
  readonly number: string;
  readonly complaintId: string;
  readonly source: string | null;
  readonly externalId: string | null;
}

/** The register in MySQL: one statement for the cards, one for the texts and two for the events, however many there are. */
export const mysqlComplaintRegister: ComplaintRegister = {
  async enter(tx, entries) {
    if (entries.length === 0) return;
    tx.insertAtCommit(
      'complaint',
      entries.map(({ complaint }) => cardRow(complaint)),
    );
    tx.insertAtCommit(
      'complaint_content',
      entries.map((entry) => contentRow(tx.tenantId, entry)),
    );
    await appendEventsOfMany(
      tx,
      entries.map(({ complaint }) => ({
        aggregate: { id: complaint.id, version: REGISTERED_VERSION },
        events: [complaintRegisteredEvent(complaint)],
      })),
    );
  },

  async findNumbers(reader, numbers) {
    if (numbers.length === 0) return [];
    const rows = await reader.query<TakenRow>(TAKEN, { numbers });
    return rows.map(takenNumber);
  },
};

function takenNumber({ number, complaintId, source, externalId }: TakenRow): TakenNumber {
  const external = source === null || externalId === null ? undefined : { source, id: externalId };
  return { number, complaintId, external };
}

function cardRow(complaint: Complaint): Record<string, unknown> {
  const { orderLine, demand, regulation, external, history } = complaint;
  return {
    id: complaint.id,
    number: complaint.number,
    customer_id: complaint.customerId,
    channel: complaint.channel,
    category_id: complaint.category.id,
    product: complaint.product ?? null,
    region: complaint.region ?? null,
    order_number: orderLine?.orderNumber ?? null,
    order_line: orderLine?.lineNumber ?? null,
    demand_kind: demand?.kind ?? null,
    demand_amount_minor: demand?.amount?.amountMinor ?? null,
    demand_currency: demand?.amount?.currency ?? null,
    regulation_id: regulation?.id ?? null,
    regulation_version: regulation?.version ?? null,
    received_at: complaint.receivedAt,
    registered_at: complaint.registeredAt,
    acknowledged_at: complaint.acknowledgedAt,
    registered_by: complaint.registeredBy,
    external_source: external?.source ?? null,
    external_id: external?.id ?? null,
    history: history === undefined ? null : JSON.stringify(history),
    version: REGISTERED_VERSION,
  };
}

function contentRow(tenantId: string, { complaint, text, key }: RegisterEntry): Record<string, unknown> {
  const searched = [text, complaint.number, complaint.product, complaint.orderLine?.orderNumber];
  return {
    complaint_id: complaint.id,
    sealed_text: text === undefined ? null : key.sealText(textPlace(complaint.id), text),
    tokens: searchTokens(tenantId, searched),
  };
}
