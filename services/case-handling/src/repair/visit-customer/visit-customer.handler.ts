import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import { decideSolved, decideVisit, decideWorkDone } from './visit-customer.decide';

/** Plans a visit of a field engineer. */
export function planRepairVisit(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: Parameters<typeof decideVisit>[1],
): Promise<CaseResult> {
  return handleCaseCommand(
    dependencies,
    { ...call, operation: 'planRepairVisit', request },
    async (situation, context, tx) => {
      const engineer = await dependencies.staff.bySubject(tx, request.engineer);
      return decideVisit(situation, request, { engineerIsStaff: engineer?.active === true, context });
    },
  );
}

/** Notes what a field engineer did. */
export function recordRepairVisit(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: Parameters<typeof decideWorkDone>[1],
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'recordRepairVisit', request }, (situation, context) =>
    decideWorkDone(situation, request, context),
  );
}

/** Notes whether the customer says that the fault is solved. */
export function confirmRepair(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: Parameters<typeof decideSolved>[1],
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'confirmRepair', request }, (situation, context) =>
    decideSolved(situation, request, context),
  );
}
