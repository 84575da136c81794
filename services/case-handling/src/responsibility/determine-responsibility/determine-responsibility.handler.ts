import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import { decideDetermination, type DetermineResponsibility } from './determine-responsibility.decide';

/** Determines who is responsible. */
export function determineResponsibility(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: DetermineResponsibility,
): Promise<CaseResult> {
  return handleCaseCommand(
    dependencies,
    { ...call, operation: 'determineResponsibility', request },
    async (situation, context, tx) => {
      const { person } = request;
      const member = person === undefined ? undefined : await dependencies.staff.bySubject(tx, person);
      return decideDetermination(situation, request, { personIsStaff: member !== undefined, context });
    },
  );
}
