import { accept, refuse, type Actor, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { OrganisationUnit } from '../model/organisation-unit.model';
import type { UnitRefusalCode } from '../model/unit.errors';
import type { UnitRepository } from '../model/unit.repository';
import { unfitUnit } from '../model/unit.rules';

export interface UnitDependencies {
  readonly database: Database;
  readonly units: UnitRepository;
  readonly newId: () => string;
}

export type RegisterUnit = Omit<OrganisationUnit, 'id' | 'version' | 'active'>;

/** What changes about a unit; what is absent stays, and a parent of null makes it a topmost one. */
export interface UpdateUnit {
  readonly unitId: string | undefined;
  readonly expectedVersion: number;
  readonly changes: Partial<Pick<OrganisationUnit, 'label' | 'kind' | 'territories' | 'active'>> & {
    readonly parentId?: string | null;
  };
}

type UnitResult = CommandResult<{ readonly unitId: string }, UnitRefusalCode>;

/** Makes a unit known. */
export function registerUnit(
  { database, units, newId }: UnitDependencies,
  { tenantId, subject }: Actor,
  idempotencyKey: string,
  command: RegisterUnit,
): Promise<UnitResult> {
  const identity = { tenantId, subject, operation: 'registerUnit', idempotencyKey, request: command };
  return executeCommand(database, identity, async (tx) => {
    const unit = { ...command, id: newId(), version: 1, active: true };
    const fit = checked(unit, await units.all(tx));
    if (!fit.ok) return fit;
    const isNew = await units.add(tx, unit);
    return isNew ? accept({ unitId: unit.id }) : refuse({ code: 'CASE_UNIT_EXISTS', path: ['input', 'code'] });
  });
}

/** Changes a unit, also where it stands in the tree. */
export function updateUnit(
  { database, units }: UnitDependencies,
  { tenantId, subject }: Actor,
  idempotencyKey: string,
  command: UpdateUnit,
): Promise<UnitResult> {
  const identity = { tenantId, subject, operation: 'updateUnit', idempotencyKey, request: command };
  return executeCommand(database, identity, async (tx) => {
    const all = await units.all(tx);
    const found = command.unitId === undefined ? undefined : all.get(command.unitId);
    if (found === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'unitId'] });
    if (found.version !== command.expectedVersion) {
      return refuse({ code: 'VERSION_CONFLICT', details: { currentVersion: found.version } });
    }
    const { parentId: before, ...rest } = found;
    const { parentId = before, ...changes } = command.changes;
    const unit = { ...rest, ...changes, ...(parentId === null || parentId === undefined ? {} : { parentId }) };
    const fit = checked(unit, all);
    if (!fit.ok) return fit;
    await units.save(tx, unit);
    return accept({ unitId: unit.id });
  });
}

function checked(unit: OrganisationUnit, all: ReadonlyMap<string, OrganisationUnit>): Outcome<void, UnitRefusalCode> {
  const [first, ...others] = unfitUnit(unit, all);
  return first === undefined ? accept(undefined) : refuse(first, ...others);
}
