/** What a unit of an organisation is. */
export const UNIT_KINDS = [
  'HEADQUARTERS',
  'BRANCH',
  'COUNTY',
  'OUTLET',
  'OWN_STORE',
  'FRANCHISE_STORE',
  'DEPARTMENT',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A place or department of the organisation; units make a tree. */
export interface OrganisationUnit {
  readonly id: string;
  readonly version: number;
  /** Short name that never changes; staff and tokens call the unit by it. */
  readonly code: string;
  readonly label: string;
  readonly kind: UnitKind;
  readonly parentId?: string;
  /** Codes of the regions that it looks after; those of its parent, where there is none. */
  readonly territories: readonly string[];
  readonly active: boolean;
}

/** The unit and those above it, nearest first. Ends where a unit is met again, so that damaged data cannot hang it. */
export function lineOf(
  unitId: string | undefined,
  units: ReadonlyMap<string, Pick<OrganisationUnit, 'id' | 'parentId'>>,
): readonly string[] {
  const line: string[] = [];
  for (let next = unitId; next !== undefined && !line.includes(next); next = units.get(next)?.parentId) line.push(next);
  return line;
}
