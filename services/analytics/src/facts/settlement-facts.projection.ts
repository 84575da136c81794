import type { EventData, EventEnvelope, settlementCompleted } from '@redress/contracts';
import type { TenantTransaction } from '@redress/persistence';

/** Adds a settlement that was paid and booked. */
export async function projectSettlement(
  { data }: EventEnvelope<EventData<typeof settlementCompleted>>,
  tx: TenantTransaction,
): Promise<void> {
  await tx.insertMany('settlement_fact', [
    {
      settlement_id: data.settlementId,
      complaint_id: data.complaintId,
      instrument: data.instrument,
      amount_minor: BigInt(data.amount.amountMinor),
      currency: data.amount.currency,
      completed_at: new Date(data.at),
    },
  ]);
}
