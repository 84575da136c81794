import { toGlobalId } from '@redress/graphql-runtime';
import type { OrganisationUnit as UnitModel } from '../model/organisation-unit.model';
import { OrganisationUnit } from './organisation-unit.gql';
import type { StoredUnit } from './unit-rows.query';

/** The unit behind its row. */
export function restoredUnit(stored: StoredUnit): UnitModel {
  const { id, version, code, label, kind, parent_id: parentId } = stored;
  return {
    ...{ id, version, code, label, kind, territories: JSON.parse(stored.territories) as string[] },
    active: Boolean(stored.active),
    ...(parentId === null ? {} : { parentId }),
  };
}

/** A unit in the graph. */
export function toUnit(stored: StoredUnit): OrganisationUnit {
  const { id: _, parentId, ...unit } = restoredUnit(stored);
  return Object.assign(new OrganisationUnit(), {
    ...unit,
    id: toGlobalId('OrganisationUnit', stored.id),
    unitId: stored.id,
    parentUnitId: parentId ?? null,
  });
}
