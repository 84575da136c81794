import type { Refusal } from '@redress/kernel';
import { lineOf, type OrganisationUnit } from './organisation-unit.model';
import type { UnitRefusalCode } from './unit.errors';

const LONGEST = { code: 64, label: 200 } as const;
const LONGEST_TERRITORY = 64;
const MOST_TERRITORIES = 500;

/** A unit has a code and a label, its parent exists, and it does not stand below itself. */
export function unfitUnit(
  unit: OrganisationUnit,
  others: ReadonlyMap<string, OrganisationUnit>,
): readonly Refusal<UnitRefusalCode>[] {
  return [
    ...unfitText('code', unit.code),
    ...unfitText('label', unit.label),
    ...unfitTerritories(unit.territories),
    ...unfitParent(unit, others),
  ];
}

function unfitText(field: keyof typeof LONGEST, text: string): Refusal<UnitRefusalCode>[] {
  const path = ['input', field];
  const limit = LONGEST[field];
  if (text.trim() === '') return [{ code: 'CASE_TEXT_MISSING', path, facts: { field } }];
  return text.length > limit ? [{ code: 'CASE_TEXT_TOO_LONG', path, facts: { limit }, details: { limit } }] : [];
}

function unfitTerritories(territories: readonly string[]): Refusal<UnitRefusalCode>[] {
  const path = ['input', 'territories'];
  if (territories.length > MOST_TERRITORIES)
    return [{ code: 'INPUT_INVALID', path, details: { limit: MOST_TERRITORIES } }];
  const unfit = territories.findIndex((code) => code.trim() === '' || code.length > LONGEST_TERRITORY);
  return unfit === -1 ? [] : [{ code: 'INPUT_INVALID', path: [...path, String(unfit)] }];
}

function unfitParent(
  { id, parentId }: OrganisationUnit,
  others: ReadonlyMap<string, OrganisationUnit>,
): Refusal<UnitRefusalCode>[] {
  const path = ['input', 'parentId'];
  if (parentId === undefined) return [];
  const parent = others.get(parentId);
  if (parent === undefined) return [{ code: 'CASE_UNIT_UNKNOWN', path }];
  return lineOf(parent.id, others).includes(id) ? [{ code: 'CASE_UNIT_BELOW_ITSELF', path }] : [];
}
