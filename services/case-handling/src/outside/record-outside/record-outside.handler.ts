import { isId } from '@redress/kernel';
import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import type { KnownProceeding, ProceedingOutcome } from '../model/outside.model';
import {
  decideLegalStep,
  decideOutcome,
  decideProceeding,
  type RecordLegalStep,
  type RecordProceeding,
} from './record-outside.decide';

const PROCEEDING = `
  SELECT p.id, p.outcome FROM external_proceeding p
  WHERE p.tenant_id = :tenantId AND p.case_id = :caseId AND p.id = :proceedingId`;

/** Records a legal step. */
export function recordLegalStep(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: RecordLegalStep,
): Promise<CaseResult> {
  const command = { ...call, operation: 'recordLegalStep', request };
  return handleCaseCommand(dependencies, command, (situation, context) => decideLegalStep(situation, request, context));
}

/** Records that the case is before a body outside. */
export function recordProceeding(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: RecordProceeding,
): Promise<CaseResult> {
  const command = { ...call, operation: 'recordExternalProceeding', request };
  return handleCaseCommand(dependencies, command, (situation, context) =>
    decideProceeding(situation, request, context),
  );
}

/** Records what a body outside came to. */
export function recordOutcome(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: { readonly proceedingId: string; readonly outcome: ProceedingOutcome; readonly note?: string },
): Promise<CaseResult> {
  const command = { ...call, operation: 'recordExternalOutcome', request };
  return handleCaseCommand(dependencies, command, async (situation, context, tx) => {
    const { proceedingId } = request;
    const key = { caseId: situation.case.id, proceedingId };
    const [proceeding] = isId(proceedingId) ? await tx.query<KnownProceeding>(PROCEEDING, key) : [];
    return decideOutcome(situation, request, { proceeding, context });
  });
}
