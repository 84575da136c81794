import type { CaseFact, FactType } from '../../case-facts.model';
import type { ComplaintCase } from '../model/case.model';

/** Topic of the hints; its id is the tenant. */
export const CASE_CHANGES = 'caseChanged';

/** A hint that something happened to a case; whoever needs certainty reads the case or the change feed. */
export interface CaseChange {
  readonly tenantId: string;
  readonly caseId: string;
  readonly customerId: string;
  /** Version of the case after the fact; contiguous, so that a gap shows. */
  readonly sequence: number;
  readonly type: FactType;
  readonly at: Date;
}

/** Where changes are told once they are committed. */
export interface CaseChangeFeed {
  announce(changes: readonly CaseChange[]): void;
}

/** The hints of the last facts of a case. */
export function changesOf(tenantId: string, after: ComplaintCase, facts: readonly CaseFact[]): CaseChange[] {
  const { id: caseId, customerId, version } = after;
  return facts.map(({ type, at }, index) => ({
    tenantId,
    caseId,
    customerId,
    sequence: version - facts.length + index + 1,
    type,
    at,
  }));
}
