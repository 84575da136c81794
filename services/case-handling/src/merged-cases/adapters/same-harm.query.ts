import type { TenantReader } from '@redress/persistence';
import type { ComplaintCase, OrderLine } from '../../complaint-case/model/case.model';
import { mergeOf } from '../model/merge.model';
import type { HarmElsewhere } from '../model/same-harm.rules';
import { readLinkedCases } from './linked-cases.query';

interface HarmRow {
  readonly id: string;
  readonly number: string;
  readonly state: string | null;
  readonly order_number: string | null;
  readonly line_number: number | null;
}

const SETTLED = `
  SELECT c.id, c.number, r.state, m.order_number, m.line_number
  FROM complaint_case c
  JOIN resolution r ON r.tenant_id = c.tenant_id AND r.case_id = c.id
    AND r.state IN ('PROPOSED', 'APPROVED', 'ACCEPTED', 'EXECUTED')
  JOIN remedy m ON m.tenant_id = r.tenant_id AND m.case_id = r.case_id AND m.resolution_id = r.id
  WHERE c.tenant_id = :tenantId AND r.tenant_id = :tenantId AND m.tenant_id = :tenantId
    AND c.id IN (:ids) AND m.amount_minor IS NOT NULL`;
const DISPUTED = `
  SELECT c.id, c.number, NULL AS state, c.order_number, c.line_number FROM complaint_case c
  WHERE c.tenant_id = :tenantId AND c.id = :main`;

/** The harm that other cases about the same matter settle; the caller has locked them all. */
export async function readHarmElsewhere(tx: TenantReader, current: ComplaintCase): Promise<readonly HarmElsewhere[]> {
  const ids = (await readLinkedCases(tx, current.id)).filter((id) => id !== current.id);
  if (ids.length === 0) return [];
  const main = mergeOf(current)?.into;
  const rows = await tx.query<HarmRow>(SETTLED, { ids });
  // A duplicate leaves to the other case what that is about, and everything it proposes; the other one only what a
  // duplicate was granted before they were linked.
  const binding = rows.filter(({ state }) => main !== undefined || state !== 'PROPOSED');
  const disputed = main === undefined ? [] : await tx.query<HarmRow>(DISPUTED, { main });
  return [...binding, ...disputed, ...disputed.map((row) => ({ ...row, order_number: null, line_number: null }))].map(
    (row) => ({ number: row.number, orderLine: lineOf(row) }),
  );
}

function lineOf({ order_number: orderNumber, line_number: lineNumber }: HarmRow): OrderLine | undefined {
  return orderNumber === null || lineNumber === null ? undefined : { orderNumber, lineNumber };
}
