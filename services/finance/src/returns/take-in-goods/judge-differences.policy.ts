import type { TenantTransaction } from '@redress/persistence';
import { regulatedCase, type CaseSources } from '../model/regulated-case.policy';
import { differenceOf, outcomeOf } from '../model/line-reconciliation.model';
import type { ReturnAuthorisation } from '../model/return-authorisation.model';
import { MATTER } from '../model/return-exception.model';
import type { Raised, ReturnExceptionRepository } from '../model/return-exception.repository';
import { openOf } from '../model/return-line.model';

export interface JudgingPorts extends CaseSources {
  readonly exceptions: ReturnExceptionRepository;
}

/**
 * Looks at the lines anew: a quantity that differs waits for an instruction (请示后依实际情况签收), one that is as it should
 * be by now needs none any more.
 */
export async function judgeDifferences(
  tx: TenantTransaction,
  { id: authorisationId, caseId, owner, lines }: ReturnAuthorisation,
  { lineIds, by, at }: { readonly lineIds: readonly string[]; readonly by: string; readonly at: Date },
  ports: JudgingPorts,
): Promise<void> {
  const { binding } = await regulatedCase(tx, caseId, ports);
  const raised: Raised[] = [];
  const ended: string[] = [];
  for (const line of lines.filter(({ id }) => lineIds.includes(id))) {
    const difference = differenceOf(line, outcomeOf(line, binding));
    const matter = MATTER.difference(line.id);
    if (difference === undefined) ended.push(matter);
    else raised.push({ ...difference, matter, authorisationId, returnLineId: line.id, owner, raisedAt: at });
    if (openOf(line) === 0n) ended.push(MATTER.overdue(line.id));
  }
  await ports.exceptions.endOf(tx, ended, { resolution: 'CORRECTED', reason: 'FINANCE_RETURN_AS_EXPECTED', by, at });
  await ports.exceptions.raise(tx, raised);
}
