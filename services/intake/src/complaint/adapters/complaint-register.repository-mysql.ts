import { appendEventsOfMany } from '@redress/messaging';
import { comparedTerms } from '../../duplicate/model/compared-terms';
import { WITHIN_DAYS } from '../../duplicate/model/duplicate.rules';
import { fingerprint } from '../../duplicate/model/fingerprint';
import { searchTokens } from '../../search/search-tokens';
import type { ComplaintRegister, RegisterEntry } from '../model/complaint-register.repository';
import { cardPlace, REGISTERED_VERSION, textPlace, type Complaint, type TakenNumber } from '../model/complaint.model';
import { priorityOf } from '../model/matter.model';
import { complaintRegisteredEvent } from '../published/complaint-registered.publication';

const DAY_MS = 86_400_000;

const TAKEN = `
  SELECT c.number, c.id AS complaintId, c.external_source AS source, c.external_id AS externalId
  FROM complaint c WHERE c.tenant_id = :tenantId AND c.number IN (:numbers)`;

interface TakenRow {
  readonly number: string;
  readonly complaintId: string;
  readonly source: string | null;
  readonly externalId: string | null;
}

/** The register in MySQL: one statement each for the cards, the texts and their fingerprints and two for the events, however many there are. */
export const mysqlComplaintRegister: ComplaintRegister = {
  async enter(tx, entries) {
    if (entries.length === 0) return;
    tx.insertAtCommit(
      'complaint',
      entries.map(({ complaint, further = [] }) => cardRow(complaint, REGISTERED_VERSION + further.length)),
    );
    const contents = entries.map((entry) => ({ entry, row: contentRow(tx.tenantId, entry) }));
    tx.insertAtCommit(
      'complaint_content',
      contents.map(({ row }) => row),
    );
    tx.insertAtCommit(
      'complaint_fingerprint',
      contents.flatMap(({ entry, row }) => fingerprintRows(entry.complaint, row.tokens)),
    );
    await appendEventsOfMany(
      tx,
      entries.map(({ complaint, further = [] }) => ({
        aggregate: { id: complaint.id, version: REGISTERED_VERSION + further.length },
        events: [complaintRegisteredEvent(complaint), ...further],
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

function cardRow(complaint: Complaint, version: number): Record<string, unknown> {
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
    item_type: complaint.matter.itemType,
    priority: priorityOf(complaint.judgement),
    matter: JSON.stringify(complaint.matter),
    judgement: JSON.stringify(complaint.judgement),
    version,
  };
}

function contentRow(tenantId: string, { complaint, text, personalCard, key }: RegisterEntry) {
  const searched = [text, complaint.number, complaint.product, complaint.orderLine?.orderNumber];
  return {
    complaint_id: complaint.id,
    sealed_text: text === undefined ? null : key.sealText(textPlace(complaint.id), text),
    sealed_card: isEmpty(personalCard) ? null : key.sealText(cardPlace(complaint.id), JSON.stringify(personalCard)),
    tokens: searchTokens(tenantId, searched),
  };
}

/** Nobody looks for duplicates of what is older than they are looked for. */
function fingerprintRows({ id, number, orderLine, receivedAt, registeredAt }: Complaint, tokens: string) {
  if (registeredAt.getTime() - receivedAt.getTime() > WITHIN_DAYS * DAY_MS) return [];
  const terms = comparedTerms(tokens, { number, orderNumber: orderLine?.orderNumber });
  return fingerprint(terms).map((band) => ({ band, received_at: receivedAt, complaint_id: id }));
}

function isEmpty(card: RegisterEntry['personalCard']): boolean {
  return card === undefined || Object.keys(card).length === 0;
}
