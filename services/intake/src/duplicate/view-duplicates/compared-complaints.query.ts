import type { TenantReader } from '@redress/persistence';
import { comparedTerms } from '../model/compared-terms';
import { WITHIN_DAYS, type ComparedComplaint } from '../model/duplicate.rules';
import { fingerprint } from '../model/fingerprint';

interface ComparedRecord {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly nameIndex: Buffer | null;
  readonly emailIndex: Buffer | null;
  readonly phoneIndex: Buffer | null;
  readonly categoryId: string;
  readonly product: string | null;
  readonly orderNumber: string | null;
  readonly orderLine: number | null;
  readonly receivedAt: Date;
  readonly tokens: string;
}

const DAY_MS = 86_400_000;
/** What one reason may bring up; beyond this the complaints are of a mass mailing, and more of them tell nothing. */
const CANDIDATES_AT_MOST = 300;
const BETWEEN = 'o.received_at BETWEEN :since AND :until';
const NOBODY: readonly Buffer[] = [Buffer.alloc(0)];

const COLUMNS = `c.id, c.number, c.customer_id AS customerId, i.name_index AS nameIndex, i.email_index AS emailIndex,
  i.phone_index AS phoneIndex, c.category_id AS categoryId, c.product, c.order_number AS orderNumber,
  c.order_line AS orderLine, c.received_at AS receivedAt, t.tokens`;
const JOINED = `
  JOIN complaint_content t ON t.tenant_id = c.tenant_id AND t.complaint_id = c.id
  JOIN customer_identity i ON i.tenant_id = c.tenant_id AND i.customer_id = c.customer_id
  WHERE c.tenant_id = :tenantId`;

const BY_IDS = `SELECT ${COLUMNS} FROM complaint c ${JOINED} AND c.id IN (:ids)`;

const ofContact = (field: 'email' | 'phone'): string => `
  SELECT o.id FROM customer_identity s
  STRAIGHT_JOIN complaint o ON o.tenant_id = s.tenant_id AND o.customer_id = s.customer_id
  WHERE s.tenant_id = :tenantId AND s.${field}_index IN (:${field}s) AND ${BETWEEN} LIMIT ${CANDIDATES_AT_MOST}`;

/** Each reason goes through its own index and brings up a bounded number; their complaints are then read by their keys. */
const CANDIDATES = `SELECT STRAIGHT_JOIN ${COLUMNS} FROM (
  (SELECT o.id FROM complaint o WHERE o.tenant_id = :tenantId AND o.customer_id IN (:customers) AND ${BETWEEN}
    ORDER BY o.received_at DESC LIMIT ${CANDIDATES_AT_MOST})
  UNION (SELECT o.id FROM complaint o WHERE o.tenant_id = :tenantId AND o.order_number IN (:orders) AND ${BETWEEN}
    LIMIT ${CANDIDATES_AT_MOST})
  UNION (${ofContact('email')})
  UNION (${ofContact('phone')})
  UNION (SELECT o.complaint_id AS id FROM complaint_fingerprint o WHERE o.tenant_id = :tenantId AND o.band IN (:bands)
    AND ${BETWEEN} LIMIT ${CANDIDATES_AT_MOST})) x
  JOIN complaint c ON c.tenant_id = :tenantId AND c.id = x.id ${JOINED}`;

/** Complaints as they are compared, with one statement. */
export async function comparedComplaints(
  reader: TenantReader,
  ids: readonly string[],
): Promise<readonly ComparedComplaint[]> {
  return (await reader.query<ComparedRecord>(BY_IDS, { ids })).map(toCompared);
}

/** All that may be the same as one of the complaints, with one statement. */
export async function candidatesFor(
  reader: TenantReader,
  complaints: readonly ComparedComplaint[],
): Promise<readonly ComparedComplaint[]> {
  if (complaints.length === 0) return [];
  const received = complaints.map(({ receivedAt }) => receivedAt.getTime());
  const records = await reader.query<ComparedRecord>(CANDIDATES, {
    since: new Date(Math.min(...received) - WITHIN_DAYS * DAY_MS),
    until: new Date(Math.max(...received) + WITHIN_DAYS * DAY_MS),
    customers: orNobody(complaints.filter(({ named }) => named).map(({ customerId }) => customerId)),
    orders: orNobody(complaints.flatMap(({ orderNumber }) => orderNumber ?? [])),
    emails: digests(complaints.map(({ email }) => email)),
    phones: digests(complaints.map(({ phone }) => phone)),
    bands: bandsOf(complaints),
  });
  return records.map(toCompared);
}

function bandsOf(complaints: readonly ComparedComplaint[]): readonly Buffer[] {
  const bands = complaints.flatMap(({ terms }) => fingerprint(terms));
  return bands.length === 0 ? NOBODY : bands;
}

function digests(values: readonly (string | null)[]): readonly Buffer[] {
  const known = values.filter((value) => value !== null).map((value) => Buffer.from(value, 'hex'));
  return known.length === 0 ? NOBODY : known;
}

/** A list that is empty matches nothing, but cannot be written. */
function orNobody(values: readonly string[]): readonly string[] {
  return values.length === 0 ? [''] : values;
}

function toCompared({
  nameIndex,
  emailIndex,
  phoneIndex,
  tokens,
  number,
  ...record
}: ComparedRecord): ComparedComplaint {
  return {
    ...record,
    named: nameIndex !== null || emailIndex !== null || phoneIndex !== null,
    email: emailIndex?.toString('hex') ?? null,
    phone: phoneIndex?.toString('hex') ?? null,
    terms: comparedTerms(tokens, { number, orderNumber: record.orderNumber }),
  };
}
