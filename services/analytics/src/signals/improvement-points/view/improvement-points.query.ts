import type { KeysetList } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import { POINT_COLUMNS, pointOf, type ImprovementPointRow } from '../adapters/improvement-point.row';
import type { ImprovementPoint } from '../model/improvement-point.model';
import type { ImprovementState } from '../model/improvement-point.transitions';

/** Improvement points, the latest first. */
export function improvementPointList(
  month: string | undefined,
  states: readonly ImprovementState[] | undefined,
): KeysetList {
  const conditions = [
    'i.tenant_id = :tenantId',
    ...(month === undefined ? [] : ['i.found_in = :month']),
    ...(states === undefined ? [] : [states.length === 0 ? 'FALSE' : 'i.state IN (:states)']),
  ];
  return {
    name: 'improvementPoints',
    order: { name: 'LATEST', column: 'i.found_in', direction: 'descending' },
    idColumn: 'i.id',
    select: POINT_COLUMNS,
    from: 'improvement_point i',
    where: conditions.join(' AND '),
    params: { ...(month === undefined ? {} : { month }), ...(states === undefined ? {} : { states }) },
  };
}

/** Improvement points by id, in no order. */
export async function improvementPointsBy(
  reader: TenantReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ImprovementPoint>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.query<ImprovementPointRow>(
    `SELECT ${POINT_COLUMNS} FROM improvement_point i WHERE i.tenant_id = :tenantId AND i.id IN (:ids)`,
    { ids },
  );
  return new Map(rows.map((row) => [row.id, pointOf(row)]));
}

export { pointOf as pointOfRow, type ImprovementPointRow } from '../adapters/improvement-point.row';
