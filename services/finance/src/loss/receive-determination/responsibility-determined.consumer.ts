import { responsibilityDetermined } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';

/** What a case costs the department that was found responsible, by the base of the organisation (FI-12). */
export function onResponsibilityDetermined(): EventHandlers {
  return onEvent(responsibilityDetermined, async ({ data }, tx) => {
    const { determinationId, caseId, responsible, department, loss, by, at } = data;
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
