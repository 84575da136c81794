import { responsibilityDetermined, type EventData } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';

type Determination = EventData<typeof responsibilityDetermined>;

/**
 * What a case costs the department that was found responsible, by the base of the organisation (FI-12). A later
 * determination replaces the earlier; only whoever is found to blame in person beside a department takes nothing from it
 * (责任部门损失金额和个人惩处种类).
 */
export function onResponsibilityDetermined(): EventHandlers {
  return onEvent(responsibilityDetermined, async ({ data }, tx) => {
    const { determinationId, caseId, responsible, department, loss, by, at } = data;
    if (await isBesideDepartment(tx, data)) return;
    await tx.execute(
      `UPDATE department_loss l SET l.replaced_by = :determinationId
       WHERE l.tenant_id = :tenantId AND l.case_id = :caseId AND l.replaced_by IS NULL`,
      { determinationId, caseId },
    );
    await tx.insertMany('department_loss', [
      {
        determination_id: determinationId,
        case_id: caseId,
        responsible,
        department: department ?? null,
        amount_minor: loss === undefined ? null : BigInt(loss.amountMinor),
        currency: loss?.currency ?? null,
        determined_on: at.slice(0, 10),
        determined_by: by,
      },
    ]);
  });
}

/** Whether it names somebody of the department that answers for the case already, or of none, and no other loss. */
async function isBesideDepartment(
  tx: TenantTransaction,
  { caseId, responsible, department, loss }: Determination,
): Promise<boolean> {
  if (responsible !== 'PERSON' || loss !== undefined) return false;
  const standing = await tx.query<{ readonly department: string }>(
    `SELECT l.department FROM department_loss l
     WHERE l.tenant_id = :tenantId AND l.case_id = :caseId AND l.replaced_by IS NULL AND l.responsible = 'DEPARTMENT'`,
    { caseId },
  );
  return standing.some((each) => department === undefined || department === each.department);
}
