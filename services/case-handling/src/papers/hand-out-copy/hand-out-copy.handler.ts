import { isId } from '@redress/kernel';
import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import { decideHandingOut } from './hand-out-copy.decide';

const PAPER = `
  SELECT p.id, p.paper FROM case_paper p
  WHERE p.tenant_id = :tenantId AND p.case_id = :caseId AND p.id = :paperId`;
const HANDED_OUT = `
  SELECT y.copy FROM case_paper_copy y
  WHERE y.tenant_id = :tenantId AND y.case_id = :caseId AND y.paper_id = :paperId`;

/** Notes that a copy of a paper went to its holder. */
export function handOutCopy(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: { readonly paperId: string; readonly copy: number; readonly to?: string },
): Promise<CaseResult> {
  const command = { ...call, operation: 'handOutCopy', request };
  return handleCaseCommand(dependencies, command, async (situation, context, tx) => {
    const key = { caseId: situation.case.id, paperId: request.paperId };
    const [found] = isId(request.paperId) ? await tx.query<{ id: string; paper: string }>(PAPER, key) : [];
    const copies = found === undefined ? [] : await tx.query<{ copy: number }>(HANDED_OUT, key);
    const paper = found === undefined ? undefined : { ...found, handedOut: copies.map(({ copy }) => copy) };
    return decideHandingOut(situation, request, { paper, context });
  });
}
