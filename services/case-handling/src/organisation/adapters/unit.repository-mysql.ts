import { isDuplicateKey } from '@redress/persistence';
import type { OrganisationUnit } from '../model/organisation-unit.model';
import type { UnitRepository } from '../model/unit.repository';
import { readUnits, readUnitsForUpdate } from '../view-units/unit-rows.query';
import { restoredUnit } from '../view-units/unit-view.mapper';
import { OrganisationUnitRow } from './organisation-unit.row';

/** Units in MySQL. */
export function mysqlUnits(): UnitRepository {
  return {
    async all(tx) {
      return new Map((await readUnitsForUpdate(tx)).map((row) => [row.id, restoredUnit(row)]));
    },

    async isKnown(tx, code) {
      return (await readUnits(tx, 'code', [code])).length > 0;
    },

    async add(tx, unit) {
      try {
        await tx
          .rows(OrganisationUnitRow)
          .insert({ id: unit.id, version: unit.version, code: unit.code, ...columns(unit) });
        return true;
      } catch (error) {
        if (isDuplicateKey(error, 'one_per_code')) return false;
        throw error;
      }
    },

    async save(tx, unit) {
      await tx
        .rows(OrganisationUnitRow)
        .updateVersioned({ id: unit.id, expectedVersion: unit.version, patch: columns(unit) });
    },
  };
}

function columns({ label, kind, parentId, territories, active }: OrganisationUnit) {
  return { label, kind, parent_id: parentId ?? null, territories: JSON.stringify(territories), active };
}
