import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import { decideTakingFurther, type TakeFurther } from './take-further.decide';
import { decideTakingOver } from './take-over.decide';

/** Starts a further round of handling. */
export function takeFurther(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: TakeFurther,
): Promise<CaseResult> {
  return handleCaseCommand(
    dependencies,
    { ...call, operation: 'takeFurther', request },
    async (situation, context, tx) => {
      const { id, stages } = situation.case;
      const endorsed = stages.flatMap(({ approvals }) => approvals);
      const decidedBy = [...new Set([...(await dependencies.cases.decidedBy(tx, id)), ...endorsed])];
      return decideTakingFurther(situation, request, { decidedBy, context });
    },
  );
}

/** Makes the caller, to whom the case was handed as a superior, its handler. */
export function takeOver(dependencies: CaseCommandDependencies, call: CaseCall): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'takeOver', request: null }, decideTakingOver);
}
