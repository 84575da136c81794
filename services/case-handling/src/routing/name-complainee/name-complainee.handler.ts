import { accept, refuse, type Outcome } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import { courseOf, take } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import type { UnitRepository } from '../../organisation/model/unit.repository';
import type { Complainee } from '../model/complainee.model';

export interface NameComplaineeDependencies extends CaseCommandDependencies {
  readonly units: Pick<UnitRepository, 'isKnown'>;
}

/** Notes against whom the complaint is; from then on they may neither act on it nor be given it. */
export function nameComplainee(
  dependencies: NameComplaineeDependencies,
  call: CaseCall,
  complainee: Complainee,
): Promise<CaseResult> {
  return handleCaseCommand(
    dependencies,
    { ...call, operation: 'nameComplainee', request: complainee },
    async (situation, context, tx) => {
      const permission = permitted('NAME_COMPLAINEE', situation);
      if (!permission.ok) return permission;
      const known = await knownComplainee(tx, complainee, dependencies);
      if (!known.ok) return known;
      const fact = { type: 'COMPLAINEE_NAMED', at: context.now, by: situation.actor.subject, complainee } as const;
      return accept(take(courseOf(situation.case), fact, context));
    },
  );
}

async function knownComplainee(
  tx: TenantTransaction,
  { subject, unitId }: Complainee,
  { staff, units }: NameComplaineeDependencies,
): Promise<Outcome<void, CaseRefusalCode>> {
  if ((subject === undefined) === (unitId === undefined)) return refuse({ code: 'INPUT_INVALID', path: ['input'] });
  if (subject !== undefined) {
    const found = await staff.bySubject(tx, subject);
    return found !== undefined
      ? accept(undefined)
      : refuse({ code: 'CASE_ASSIGNEE_UNKNOWN', path: ['input', 'staff'] });
  }
  const isKnown = await units.isKnown(tx, unitId ?? '');
  return isKnown ? accept(undefined) : refuse({ code: 'CASE_UNIT_UNKNOWN', path: ['input', 'unit'] });
}
