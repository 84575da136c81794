import type { KeysetList } from '@redress/graphql-runtime';
import type { Figure, WatchedDimension } from '../model/series.model';
import type { Signal } from '../model/signal.model';
import { startOf } from '../model/local-day.model';

const COLUMNS: Readonly<Record<WatchedDimension, string>> = {
  CATEGORY: 'f.category_code',
  PRODUCT: 'f.product',
  REGION: 'f.region',
};

/** Which complaints a figure counts, and the moment that places them; as the metrics that it is read off. */
const COUNTED: Readonly<Record<Figure, { readonly anchor: string; readonly condition: string }>> = {
  COMPLAINTS: { anchor: 'f.received_at', condition: 'TRUE' },
  VALID_SHARE: { anchor: 'f.received_at', condition: "f.validity IN ('VALID', 'AT_FAULT')" },
  AT_FAULT_SHARE: { anchor: 'f.received_at', condition: "f.validity = 'AT_FAULT'" },
  UNTIMELY_SHARE: { anchor: 'f.closed_at', condition: 'f.timely = 0' },
  DISPUTED_SHARE: { anchor: 'f.received_at', condition: 'f.disputed = 1' },
};

/** The complaints behind a signal, the latest first. */
export function casesOf(
  { id, figure, dimension, value, windowFrom, windowTo }: Signal,
  { generation, timeZone }: { readonly generation: number; readonly timeZone: string },
): KeysetList {
  const { anchor, condition } = COUNTED[figure];
  return {
    name: `signal-cases/${id}`,
    order: { name: 'LATEST', column: anchor, direction: 'descending' },
    idColumn: 'f.complaint_id',
    select: 'f.complaint_id AS complaintId',
    from: 'complaint_fact f',
    where: `f.tenant_id = :tenantId AND f.generation = :generation AND ${COLUMNS[dimension]} = :value
      AND ${anchor} >= :windowFrom AND ${anchor} < :windowTo AND ${condition}`,
    params: {
      ...{ generation, value },
      windowFrom: startOf(windowFrom, timeZone),
      windowTo: startOf(windowTo, timeZone),
    },
  };
}
