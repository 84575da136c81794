import type { InstalmentPlanRepository } from '../model/instalment-plan.repository';

interface InstalmentRow {
  readonly settlementId: string;
  readonly number: number;
  readonly dueOn: string;
  readonly weight: number;
}

export const instalmentPlansInMysql: InstalmentPlanRepository = {
  async of(reader, settlementIds) {
    const rows = await reader.query<InstalmentRow>(
      `SELECT i.settlement_id AS settlementId, i.number, i.due_on AS dueOn, i.weight FROM settlement_instalment i
       WHERE i.tenant_id = :tenantId AND i.settlement_id IN (:settlementIds) ORDER BY i.settlement_id, i.number`,
      { settlementIds },
    );
    return settlementIds.map((id) =>
      rows
        .filter(({ settlementId }) => settlementId === id)
        .map(({ number, dueOn, weight }) => ({ number, dueOn, weight: BigInt(weight) })),
    );
  },

  async replace(tx, settlementId, plan) {
    await tx.execute(
      'DELETE i FROM settlement_instalment i WHERE i.tenant_id = :tenantId AND i.settlement_id = :settlementId',
      { settlementId },
    );
    await tx.insertMany(
      'settlement_instalment',
      plan.map(({ number, dueOn, weight }) => ({ settlement_id: settlementId, number, due_on: dueOn, weight })),
    );
  },
};
