import { toGlobalId, toMoney, type KeysetList } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import type { ClaimState } from '../receive-claim/supplier-claim.model';
import type { DepartmentLoss, SupplierClaim } from './loss.gql';

interface LossRow {
  readonly department: string | null;
  readonly cases: string;
  readonly without_amount: string;
  readonly loss: string;
}

/** What cases cost each department, by the determinations that stand; of one currency, in one statement. */
export async function lossByDepartment(
  reader: TenantReader,
  scope: { readonly from: string; readonly to: string; readonly currency: string },
): Promise<DepartmentLoss[]> {
  const rows = await reader.query<LossRow>(
    `SELECT l.department, COUNT(*) AS cases, SUM(CASE WHEN l.amount_minor IS NULL THEN 1 ELSE 0 END) AS without_amount,
       COALESCE(SUM(l.amount_minor), 0) AS loss
     FROM department_loss l
     WHERE l.tenant_id = :tenantId AND l.replaced_by IS NULL AND l.responsible IN ('DEPARTMENT', 'PERSON')
       AND l.determined_on >= :from AND l.determined_on <= :to AND (l.currency IS NULL OR l.currency = :currency)
     GROUP BY l.department ORDER BY loss DESC, l.department`,
    scope,
  );
  return rows.map(({ department, cases, without_amount: withoutAmount, loss }) => ({
    department,
    cases: Number(cases),
    withoutAmount: Number(withoutAmount),
    loss: toMoney({ amountMinor: BigInt(loss), currency: scope.currency }),
  }));
}

interface ClaimRow {
  readonly id: string;
  readonly case_id: string;
  readonly state: ClaimState;
  readonly amount_minor: string;
  readonly currency: string;
  readonly opened_on: string;
  readonly decided_on: string | null;
}

/** Claims on suppliers, latest first. */
export const CLAIM_LIST: KeysetList = {
  name: 'supplierClaims',
  order: { name: 'OPENED_ON_DESC', column: 'c.opened_on', direction: 'descending' },
  idColumn: 'c.id',
  select: 'c.id, c.case_id, c.state, c.amount_minor, c.currency, c.opened_on, c.decided_on',
  from: 'supplier_claim c',
  where: 'c.tenant_id = :tenantId',
};

export function toClaim({ case_id: caseId, state, amount_minor: minor, currency, ...row }: ClaimRow): SupplierClaim {
  return {
    caseId: toGlobalId('Case', caseId),
    state,
    amount: toMoney({ amountMinor: BigInt(minor), currency }),
    openedOn: row.opened_on,
    decidedOn: row.decided_on,
  };
}
