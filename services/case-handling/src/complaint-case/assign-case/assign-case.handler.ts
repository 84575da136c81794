import type { StaffRepository } from '../../staff/model/staff.repository';
import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../case-command/case-command.handler';
import { decideAssignment } from './assign-case.decide';

export interface AssignCaseDependencies extends CaseCommandDependencies {
  readonly staff: StaffRepository;
}

/** Makes a member of staff responsible, named by the subject of their tokens. */
export function assignCase(
  dependencies: AssignCaseDependencies,
  call: CaseCall,
  request: { readonly assignee: string },
): Promise<CaseResult> {
  return handleCaseCommand(
    dependencies,
    { ...call, operation: 'assignCase', request },
    async (situation, context, tx) =>
      decideAssignment(situation, await dependencies.staff.bySubject(tx, request.assignee), context),
  );
}
