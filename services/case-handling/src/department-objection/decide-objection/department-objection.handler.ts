import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import { decideObjecting, decideOnObjection } from './department-objection.decide';

/** Records the objection of a department. */
export function objectAsDepartment(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: { readonly department: string; readonly reason: string },
): Promise<CaseResult> {
  const command = { ...call, operation: 'objectAsDepartment', request };
  return handleCaseCommand(dependencies, command, (situation, context) => decideObjecting(situation, request, context));
}

/** Decides on the objection of a department. */
export function decideDepartmentObjection(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: { readonly uphold: boolean; readonly reason: string },
): Promise<CaseResult> {
  const command = { ...call, operation: 'decideDepartmentObjection', request };
  return handleCaseCommand(dependencies, command, (situation, context) =>
    decideOnObjection(situation, request, context),
  );
}
