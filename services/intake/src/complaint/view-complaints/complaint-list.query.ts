import {
  codeColumn,
  column,
  compileWhere,
  idColumn,
  type KeysetList,
  type KeysetOrder,
} from '@redress/graphql-runtime';
import { searchExpression } from '../../search/search-tokens';
import { COMPLAINT_COLUMNS, COMPLAINT_SCOPE, COMPLAINT_TABLES } from './complaint-record.query';

/** Which complaints are asked for; `where` as it comes from GraphQL. */
export interface ComplaintListing {
  readonly search: string | undefined;
  readonly where: object | undefined;
  readonly orderBy: keyof typeof ORDERS;
  /** The one customer whose complaints the viewer may see. */
  readonly confinedTo: string | undefined;
}

const ORDERS = {
  RECEIVED_AT_DESC: { column: 'c.received_at', direction: 'descending' },
  RECEIVED_AT_ASC: { column: 'c.received_at', direction: 'ascending' },
  NUMBER_DESC: { column: 'c.number', direction: 'descending' },
  NUMBER_ASC: { column: 'c.number', direction: 'ascending' },
} as const satisfies Record<string, Omit<KeysetOrder, 'name'>>;

/** What settles ties. A number is unique, so its index alone serves both directions. */
const TIE_BREAKERS: Record<keyof typeof ORDERS, string> = {
  RECEIVED_AT_DESC: 'c.id',
  RECEIVED_AT_ASC: 'c.id',
  NUMBER_DESC: 'c.number',
  NUMBER_ASC: 'c.number',
};

const FILTERS = {
  number: column('c.number'),
  channel: column('c.channel'),
  category: codeColumn('k.code'),
  itemType: column('c.item_type'),
  priority: column('c.priority'),
  merged: column('(c.merged_into IS NOT NULL)'),
  product: column('c.product'),
  region: column('c.region'),
  receivedAt: column('c.received_at'),
  customer: idColumn('c.customer_id', 'Customer'),
  source: codeColumn('c.external_source'),
};

/** The list as one statement. A search goes through the full-text index of the texts' tokens. */
export function complaintList(tenantId: string, { search, where, orderBy, confinedTo }: ComplaintListing): KeysetList {
  const filter = compileWhere(where, FILTERS);
  const expression = search === undefined ? undefined : searchExpression(tenantId, search);
  const searched = search !== undefined;
  return {
    name: 'complaints',
    order: { name: orderBy, ...ORDERS[orderBy] },
    idColumn: TIE_BREAKERS[orderBy],
    select: COMPLAINT_COLUMNS,
    from: searched
      ? `${COMPLAINT_TABLES} JOIN complaint_content t ON t.tenant_id = c.tenant_id AND t.complaint_id = c.id`
      : COMPLAINT_TABLES,
    where: searched
      ? `${COMPLAINT_SCOPE} AND t.tenant_id = :tenantId AND ${matching(expression)} AND (${filter.sql})`
      : `${COMPLAINT_SCOPE} AND (${filter.sql})`,
    params: { ...filter.params, confinedTo: confinedTo ?? null, ...(expression === undefined ? {} : { expression }) },
  };
}

/** A search for nothing but signs finds nothing. */
function matching(expression: string | undefined): string {
  return expression === undefined ? 'FALSE' : 'MATCH (t.tokens) AGAINST (:expression IN BOOLEAN MODE)';
}
