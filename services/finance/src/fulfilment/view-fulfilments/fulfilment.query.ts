import type { KeysetList } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import type { FulfilmentState } from '../model/fulfilment.model';

/** A fulfilment as readers see it. */
export interface FulfilmentRecord {
  readonly id: string;
  readonly settlementId: string;
  readonly part: number;
  readonly department: string;
  readonly task: string;
  readonly dueOn: string;
  readonly state: FulfilmentState;
  readonly proof: string | null;
  readonly orderedBy: string;
  readonly orderedAt: Date;
  readonly doneBy: string | null;
  readonly doneAt: Date | null;
  readonly version: number;
}

const COLUMNS = `f.id, f.settlement_id AS settlementId, f.part, f.department, f.task, f.due_on AS dueOn, f.state, f.proof,
  f.ordered_by AS orderedBy, f.ordered_at AS orderedAt, f.done_by AS doneBy, f.done_at AS doneAt, f.version`;

/** Which fulfilments. */
export interface FulfilmentCondition {
  readonly state?: FulfilmentState;
  readonly department?: string;
  /** Only what was due before this day and is not done. */
  readonly overdueOn?: string;
}

/** The fulfilments, the earliest due first. */
export function fulfilmentList({ state, department, overdueOn }: FulfilmentCondition): KeysetList {
  const conditions = [
    'f.tenant_id = :tenantId',
    ...(state === undefined ? [] : ['f.state = :state']),
    ...(department === undefined ? [] : ['f.department = :department']),
    ...(overdueOn === undefined ? [] : ["f.state = 'ORDERED' AND f.due_on < :overdueOn"]),
  ];
  return {
    name: 'fulfilments',
    order: { name: 'DUE_ON_ASC', column: 'f.due_on', direction: 'ascending' },
    idColumn: 'f.id',
    select: COLUMNS,
    from: 'fulfilment f',
    where: conditions.join(' AND '),
    params: {
      ...(state === undefined ? {} : { state }),
      ...(department === undefined ? {} : { department }),
      ...(overdueOn === undefined ? {} : { overdueOn }),
    },
  };
}

/** The fulfilments of these ids, in one statement. */
export async function fulfilmentsById(
  reader: TenantReader,
  ids: readonly string[],
): Promise<(FulfilmentRecord | null)[]> {
  const rows = await reader.query<FulfilmentRecord>(
    `SELECT ${COLUMNS} FROM fulfilment f WHERE f.tenant_id = :tenantId AND f.id IN (:ids)`,
    { ids },
  );
  return ids.map((id) => rows.find((row) => row.id === id) ?? null);
}

/** The fulfilments of each settlement by their parts, in one statement. */
export async function fulfilmentsBySettlement(
  reader: TenantReader,
  settlementIds: readonly string[],
): Promise<FulfilmentRecord[][]> {
  const rows = await reader.query<FulfilmentRecord>(
    `SELECT ${COLUMNS} FROM fulfilment f
     WHERE f.tenant_id = :tenantId AND f.settlement_id IN (:settlementIds) ORDER BY f.part`,
    { settlementIds },
  );
  return settlementIds.map((id) => rows.filter(({ settlementId }) => settlementId === id));
}
