import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import {
  decideProposalOfSanction,
  decideSanctionApproval,
  decideSanctionRejection,
  type ProposeSanction,
} from './decide-sanction.decide';

/** Proposes a sanction. */
export function proposeSanction(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: ProposeSanction,
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'proposeSanction', request }, (situation, context) =>
    decideProposalOfSanction(situation, request, context),
  );
}

/** Approves a sanction. */
export function approveSanction(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: { readonly sanctionId: string },
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'approveSanction', request }, (situation, context) =>
    decideSanctionApproval(situation, request, context),
  );
}

/** Does not approve a sanction. */
export function rejectSanction(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: { readonly sanctionId: string; readonly reason: string },
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'rejectSanction', request }, (situation, context) =>
    decideSanctionRejection(situation, request, context),
  );
}
