import { blindIndex } from '../../personal-data/blind-index';
import type { MasterKeys } from '../../personal-data/master-keys';
import {
  COMPLAINT_COLUMNS,
  COMPLAINT_TABLES,
  complaintOf,
  type ComplaintRecord,
} from '../../complaint/view-complaints/complaint-record.query';
import { similarTo } from '../view-similar/similar.query';
import type { ComingMatter, ComplaintHistory } from '../model/complaint-history.repository';

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
const MONTH_DAYS = 31;
const SIMILAR_WITHIN_DAYS = 365;
/** Thresholds of regulations are a handful; beyond this nobody needs to know how many more. */
const COUNTED_AT_MOST = 200;
const TOLD_AT_MOST = 50;

const SAME_MATTER = `o.tenant_id = :tenantId AND o.received_at >= :since AND (
  (o.order_number = :orderNumber AND o.order_line = :orderLine) OR (o.category_id = :categoryId AND o.product <=> :product))`;

const BY_CUSTOMER = `
  SELECT 1 AS found FROM complaint o WHERE ${SAME_MATTER} AND o.customer_id = :customerId LIMIT 1`;

/** The same person under another entry of the customer file, found through the index of one contact. */
const byContact = (field: 'email' | 'phone'): string => `
  (SELECT 1 AS found FROM customer_identity i
    STRAIGHT_JOIN complaint o ON o.tenant_id = i.tenant_id AND o.customer_id = i.customer_id
    WHERE i.tenant_id = :tenantId AND i.${field}_index = :${field} AND ${SAME_MATTER} LIMIT 1)`;
const BY_CONTACTS = {
  email: byContact('email'),
  phone: byContact('phone'),
  both: `${byContact('email')} UNION ALL ${byContact('phone')}`,
} as const;

/** Whoever registers the same waits here, so that of two at once the second sees the first. */
const TAKE_TURN = `
  INSERT INTO same_complaints (tenant_id, category_id, product, registered)
  VALUES (:tenantId, :categoryId, :product, 1) ON DUPLICATE KEY UPDATE registered = registered + 1`;

/** In the same category whatever the product, where the complaint names none. */
const SAME = `:tenantId AND c.category_id = :categoryId AND (:product IS NULL OR c.product = :product)
  AND c.received_at BETWEEN :since AND :until AND c.customer_id <> :customerId`;

const OTHERS = `
  SELECT COUNT(DISTINCT s.customer_id) AS others FROM (
    SELECT c.customer_id FROM complaint c WHERE c.tenant_id = ${SAME}
    ORDER BY c.received_at DESC LIMIT ${COUNTED_AT_MOST}) s`;

const LATEST = `SELECT ${COMPLAINT_COLUMNS} FROM ${COMPLAINT_TABLES} WHERE k.tenant_id = :tenantId AND c.tenant_id = ${SAME}
  ORDER BY c.received_at DESC LIMIT ${TOLD_AT_MOST}`;

/** The history in MySQL. */
export function mysqlComplaintHistory(masters: MasterKeys): ComplaintHistory {
  return {
    async complainedBefore(reader, { customerId, email, phone, categoryId, product, orderLine, receivedAt }) {
      const digest = (field: 'email' | 'phone', value: string | undefined) =>
        value === undefined ? {} : { [field]: blindIndex(masters.blindIndexKey, reader.tenantId, field, value) };
      const contacts = { ...digest('email', email), ...digest('phone', phone) };
      const rows = await reader.query<{ found: number }>(statementFor(email, phone), {
        since: new Date(receivedAt.getTime() - YEAR_MS),
        categoryId,
        product: product ?? null,
        orderNumber: orderLine?.orderNumber ?? null,
        orderLine: orderLine?.lineNumber ?? null,
        ...(email === undefined && phone === undefined ? { customerId } : contacts),
      });
      return rows.length > 0;
    },

    async othersWithinMonth(tx, matter) {
      await tx.execute(TAKE_TURN, { categoryId: matter.categoryId, product: matter.product ?? '' });
      const [row] = await tx.query<{ others: string }>(OTHERS, sameMatter(matter));
      return Number(row?.others ?? 0);
    },

    async customersWithSimilar(reader, { id, customerId, category, product, receivedAt }) {
      const asked = { id, customerId, categoryId: category.id, product: product ?? null, receivedAt };
      const [similar] = await similarTo(reader, [asked], SIMILAR_WITHIN_DAYS);
      return similar?.byCustomer.length ?? 0;
    },

    async sameWithinMonth(reader, matter) {
      const records = await reader.query<ComplaintRecord>(LATEST, sameMatter(matter));
      return records.map(complaintOf);
    },
  };
}

function sameMatter({ customerId, categoryId, product, receivedAt }: ComingMatter) {
  return {
    customerId,
    categoryId,
    product: product ?? null,
    since: new Date(receivedAt.getTime() - MONTH_DAYS * DAY_MS),
    until: receivedAt,
  };
}

function statementFor(email: string | undefined, phone: string | undefined): string {
  if (email !== undefined && phone !== undefined) return BY_CONTACTS.both;
  if (email !== undefined) return BY_CONTACTS.email;
  return phone === undefined ? BY_CUSTOMER : BY_CONTACTS.phone;
}
