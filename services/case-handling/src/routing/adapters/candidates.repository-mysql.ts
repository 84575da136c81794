import type { TenantReader } from '@redress/persistence';
import { lineOf } from '../../organisation/model/organisation-unit.model';
import { readEveryUnit } from '../../organisation/view-units/unit-rows.query';
import { restoredUnit } from '../../organisation/view-units/unit-view.mapper';
import { restoredMember } from '../../staff/adapters/staff-member.mapper';
import type { Candidates } from '../model/candidates.repository';
import type { Candidate } from '../model/suggestion.model';
import { readStaffWorkload, type StaffWorkload } from '../suggest-assignees/staff-workload.query';

/** Candidates in MySQL, in two statements. */
export function mysqlCandidates(): Candidates {
  return { all: readCandidates };
}

async function readCandidates(reader: TenantReader, now: Date): Promise<readonly Candidate[]> {
  const staff = await readStaffWorkload(reader, now);
  const units = (await readEveryUnit(reader)).map(restoredUnit);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const territoriesOfUnit = new Map(
    units.map(({ id, code }) => {
      const nearest = lineOf(id, byId).find((each) => (byId.get(each)?.territories ?? []).length > 0);
      return [code, nearest === undefined ? [] : (byId.get(nearest)?.territories ?? [])];
    }),
  );
  return staff.map((stored) => candidateOf(stored, territoriesOfUnit));
}

function candidateOf(stored: StaffWorkload, territoriesOfUnit: ReadonlyMap<string, readonly string[]>): Candidate {
  const member = restoredMember({ ...stored, active: Boolean(stored.active) });
  const ofUnit = member.unitId === undefined ? [] : (territoriesOfUnit.get(member.unitId) ?? []);
  return {
    member,
    territories: member.territories.length > 0 ? member.territories : ofUnit,
    openCases: Number(stored.open_cases ?? 0),
    overdueCases: Number(stored.overdue_cases ?? 0),
  };
}
