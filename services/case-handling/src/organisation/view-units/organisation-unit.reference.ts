import { fromGlobalId, type ResolveReferences } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { isStaff } from '../../complaint-case/model/case.rules';
import { toUnit } from './unit-view.mapper';
import { loadUnit } from './unit.loader';

/** Units by their global ids; for staff alone. */
export function unitReferences(database: Database): ResolveReferences {
  return (representations, context) =>
    Promise.all(
      representations.map(async ({ id }) => {
        const unitId = fromGlobalId('OrganisationUnit', id);
        if (unitId === undefined || !isStaff(context.viewer)) return null;
        const stored = await loadUnit(database, context, 'id', unitId);
        return stored === null ? null : toUnit(stored);
      }),
    );
}
