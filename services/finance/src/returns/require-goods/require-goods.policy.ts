import { formatQuantity } from '../../ceiling/model/quantity.model';
import type { ApprovalGate } from '../../settlement/model/settlement-hooks.policy';
import { returningParts } from '../authorise-return/authorise-return.decide';
import { regulatedCase, type CaseSources } from '../model/regulated-case.policy';
import type { Binding } from '../model/line-reconciliation.model';
import type { ReturnExceptionRepository } from '../model/return-exception.repository';
import { openOf, uninspectedOf, type ReturnLine } from '../model/return-line.model';
import type { ReturnRepository } from '../model/return.repository';

export interface GoodsPorts extends CaseSources {
  readonly returns: ReturnRepository;
  readonly exceptions: ReturnExceptionRepository;
}

/** Money for goods that come back waits for them where the regulation matches one with the other. */
export function goodsGate(ports: GoodsPorts): ApprovalGate {
  return async (tx, settlement) => {
    if (returningParts(settlement.parts).length === 0) return [];
    const { binding } = await regulatedCase(tx, settlement.caseId, ports);
    if (!matchesGoods(binding)) return [];
    const authorisation = await ports.returns.lockOfSettlement(tx, settlement.id);
    if (authorisation === undefined || authorisation.state === 'RECONCILED') return [];
    const { id, number, state, version, lines } = authorisation;
    const sum = (of: (line: ReturnLine) => bigint) =>
      formatQuantity(lines.reduce((total, line) => total + of(line), 0n));
    const exceptions = (await ports.exceptions.openOf(tx, id)).length;
    return [
      {
        code: 'FINANCE_RETURN_NOT_RECONCILED',
        facts: { number, open: sum(openOf), uninspected: sum(uninspectedOf), exceptions },
        details: { currentState: state, currentVersion: version },
      },
    ];
  };
}

/** A regulation that compares quantities, or has a slip with which goods go back, wants to see them first. */
export function matchesGoods(binding: Binding | undefined): boolean {
  if (binding === undefined) return false;
  const { returnTolerance, remedies } = binding.regulation;
  return (
    returnTolerance !== undefined ||
    remedies.some(({ remedy, papers = [] }) => remedy === 'RETURN' && papers.length > 0)
  );
}
