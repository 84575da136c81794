import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import { decideClaim, decideClaimOutcome, type OpenSupplierClaim } from './claim-from-supplier.decide';

/** Opens a claim on a third party. */
export function openSupplierClaim(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: OpenSupplierClaim,
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'openSupplierClaim', request }, (situation, context) =>
    decideClaim(situation, request, context),
  );
}

/** Notes what became of a claim. */
export function decideSupplierClaim(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: Parameters<typeof decideClaimOutcome>[1],
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'decideSupplierClaim', request }, (situation, context) =>
    decideClaimOutcome(situation, request, context),
  );
}
