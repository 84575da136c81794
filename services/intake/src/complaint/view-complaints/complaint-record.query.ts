import type { Channel, RemedyKind } from '@redress/contracts';
import type { TenantReader } from '@redress/persistence';
import { categoryOf } from '../../category/view-categories/categories.query';
import type { CategoryOrigin } from '../../category/model/category.model';
import type { Complaint, History } from '../model/complaint.model';
import { NO_JUDGEMENT, plainMatter, type Judgement, type Matter } from '../model/matter.model';

/** A complaint as its columns are read, with those of its category. */
export interface ComplaintRecord {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly channel: Channel;
  readonly product: string | null;
  readonly region: string | null;
  readonly orderNumber: string | null;
  readonly orderLine: number | null;
  readonly demandKind: RemedyKind | null;
  readonly demandAmountMinor: string | null;
  readonly demandCurrency: string | null;
  readonly regulationId: string | null;
  readonly regulationVersion: number | null;
  readonly receivedAt: Date;
  readonly registeredAt: Date;
  readonly acknowledgedAt: Date;
  readonly registeredBy: string;
  readonly externalSource: string | null;
  readonly externalId: string | null;
  readonly history: string | null;
  readonly matter: string | null;
  readonly judgement: string | null;
  readonly mergedInto: string | null;
  readonly version: number;
  readonly categoryId: string;
  readonly categoryCode: string;
  readonly categoryLabelZh: string;
  readonly categoryLabelEn: string;
  readonly categoryOrigin: CategoryOrigin;
}

export const COMPLAINT_COLUMNS = `c.id, c.number, c.customer_id AS customerId, c.channel, c.product, c.region,
  c.order_number AS orderNumber, c.order_line AS orderLine, c.demand_kind AS demandKind,
  c.demand_amount_minor AS demandAmountMinor, c.demand_currency AS demandCurrency, c.regulation_id AS regulationId,
  c.regulation_version AS regulationVersion, c.received_at AS receivedAt, c.registered_at AS registeredAt,
  c.acknowledged_at AS acknowledgedAt, c.registered_by AS registeredBy, c.external_source AS externalSource,
  c.external_id AS externalId, c.history, c.matter, c.judgement,
  c.merged_into AS mergedInto, c.version, k.id AS categoryId, k.code AS categoryCode,
  k.label_zh AS categoryLabelZh, k.label_en AS categoryLabelEn, k.origin AS categoryOrigin`;

export const COMPLAINT_TABLES =
  'complaint c JOIN complaint_category k ON k.tenant_id = c.tenant_id AND k.id = c.category_id';

/** The tenant's complaints, of one customer only when `confinedTo` names one. */
export const COMPLAINT_SCOPE =
  'c.tenant_id = :tenantId AND k.tenant_id = :tenantId AND (:confinedTo IS NULL OR c.customer_id = :confinedTo)';

const FIND = `SELECT ${COMPLAINT_COLUMNS} FROM ${COMPLAINT_TABLES} WHERE ${COMPLAINT_SCOPE}`;
const BY_IDS = `${FIND} AND c.id IN (:ids)`;
const BY_NUMBER = `${FIND} AND c.number = :number`;

/** A complaint as it is read, with the version of its row. */
export interface VersionedComplaint {
  readonly card: Complaint;
  readonly version: number;
}

/** Complaints by id, with one statement, in the order of the ids; one that may not be seen is as one that is not there. */
export async function complaintsByIds(
  reader: TenantReader,
  ids: readonly string[],
  confinedTo: string | undefined,
): Promise<readonly (VersionedComplaint | null)[]> {
  const records = await reader.query<ComplaintRecord>(BY_IDS, { ids, confinedTo: confinedTo ?? null });
  const byId = new Map(records.map((record) => [record.id, complaintOf(record)]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** The complaint with a number. */
export async function complaintByNumber(
  reader: TenantReader,
  number: string,
  confinedTo: string | undefined,
): Promise<VersionedComplaint | null> {
  const [record] = await reader.query<ComplaintRecord>(BY_NUMBER, { number, confinedTo: confinedTo ?? null });
  return record === undefined ? null : complaintOf(record);
}

/** The complaint that a record holds. */
export function complaintOf(record: ComplaintRecord): VersionedComplaint {
  const { orderNumber, orderLine, demandKind, regulationId, regulationVersion, externalSource, externalId } = record;
  return {
    version: record.version,
    card: {
      id: record.id,
      number: record.number,
      customerId: record.customerId,
      channel: record.channel,
      category: categoryOf({
        id: record.categoryId,
        code: record.categoryCode,
        labelZh: record.categoryLabelZh,
        labelEn: record.categoryLabelEn,
        origin: record.categoryOrigin,
      }),
      ...(record.product === null ? {} : { product: record.product }),
      ...(record.region === null ? {} : { region: record.region }),
      ...(orderNumber === null || orderLine === null ? {} : { orderLine: { orderNumber, lineNumber: orderLine } }),
      ...(demandKind === null ? {} : { demand: { kind: demandKind, ...amountOf(record) } }),
      ...(regulationId === null || regulationVersion === null
        ? {}
        : { regulation: { id: regulationId, version: regulationVersion } }),
      receivedAt: record.receivedAt,
      registeredAt: record.registeredAt,
      acknowledgedAt: record.acknowledgedAt,
      registeredBy: record.registeredBy,
      ...(externalSource === null || externalId === null
        ? {}
        : { external: { source: externalSource, id: externalId } }),
      ...(record.history === null ? {} : { history: historyOf(record.history) }),
      // Complaints of before this column are of one consumer, as far as anybody knows.
      matter: record.matter === null ? plainMatter(record.channel, 'CONSUMER') : (JSON.parse(record.matter) as Matter),
      judgement: record.judgement === null ? NO_JUDGEMENT : (JSON.parse(record.judgement) as Judgement),
      ...(record.mergedInto === null ? {} : { mergedInto: record.mergedInto }),
    },
  };
}

function amountOf({ demandAmountMinor, demandCurrency }: ComplaintRecord) {
  if (demandAmountMinor === null || demandCurrency === null) return {};
  return { amount: { amountMinor: BigInt(demandAmountMinor), currency: demandCurrency } };
}

function historyOf(text: string): History {
  const stored = JSON.parse(text) as Record<'acknowledgedAt' | 'firstReplyAt' | 'closedAt', string | undefined> &
    Pick<History, 'outcome' | 'timely' | 'disputed'>;
  const { acknowledgedAt, firstReplyAt, closedAt, ...words } = stored;
  return {
    ...words,
    ...(acknowledgedAt === undefined ? {} : { acknowledgedAt: new Date(acknowledgedAt) }),
    ...(firstReplyAt === undefined ? {} : { firstReplyAt: new Date(firstReplyAt) }),
    ...(closedAt === undefined ? {} : { closedAt: new Date(closedAt) }),
  };
}
