import { remedySettled, settlementReturned } from '@redress/contracts';
import type { Money } from '@redress/kernel';
import type { Remedy } from '../case.model';
import { byOf, defineFact, event, keyOf, type Fact } from '../fact.model';
import { resolutionChange, stepped, withResolution } from './resolution-change.model';

export interface RemedySettled extends Fact<'REMEDY_SETTLED'> {
  readonly resolutionId: string;
  readonly remedyId: string;
  readonly settlementId: string;
}
export interface SettlementReturned extends Fact<'SETTLEMENT_RETURNED'> {
  readonly resolutionId: string;
  readonly settlementId: string;
  readonly reason: string;
  readonly maximum?: Money;
}

export const remedySettledFact = defineFact<RemedySettled>({
  type: 'REMEDY_SETTLED',
  description: 'Finance paid a remedy.',
  visibleToComplainant: true,
  action: () => 'SETTLE_REMEDY',
  effect: (current, { resolutionId, remedyId, settlementId }) =>
    current.resolution?.id === resolutionId
      ? withResolution(current, { remedies: settled(current.resolution.remedies, remedyId, settlementId) })
      : {},
  stores: (_, { resolutionId, remedyId, settlementId }) => [
    {
      update: 'remedy',
      key: { resolution_id: resolutionId, id: remedyId },
      set: { settlement_id: settlementId, settlement_state: 'COMPLETED' },
    },
  ],
  publish: (after, fact) =>
    event(remedySettled, {
      ...keyOf(after),
      ...byOf(fact),
      resolutionId: fact.resolutionId,
      remedyId: fact.remedyId,
      settlementId: fact.settlementId,
    }),
  details: ({ settlementId }) => ({ settlementId }),
});

export const settlementReturnedFact = defineFact<SettlementReturned>({
  type: 'SETTLEMENT_RETURNED',
  description: 'Finance could not settle the resolution.',
  stageKinds: ['EXECUTION', 'RESOLUTION'],
  action: () => 'RETURN_SETTLEMENT',
  effect: (current) => stepped(current, 'return'),
  reopens: () => ['PROPOSAL', 'APPROVAL', 'REPLY', 'RESOLUTION'],
  stores: (_, { resolutionId, settlementId, reason, maximum }) => [
    resolutionChange(resolutionId, {
      state: 'RETURNED',
      return_reason: reason,
      return_settlement_id: settlementId,
      return_maximum_minor: maximum?.amountMinor ?? null,
      return_currency: maximum?.currency ?? null,
    }),
  ],
  publish: (after, fact) =>
    event(settlementReturned, {
      ...keyOf(after),
      ...byOf(fact),
      resolutionId: fact.resolutionId,
      settlementId: fact.settlementId,
      reason: fact.reason,
    }),
  details: ({ settlementId, reason, maximum }) => ({
    settlementId,
    reason,
    ...(maximum === undefined ? {} : { maximumMinor: maximum.amountMinor.toString(), currency: maximum.currency }),
  }),
});

function settled(remedies: readonly Remedy[], remedyId: string, settlementId: string): Remedy[] {
  return remedies.map((remedy) =>
    remedy.id === remedyId ? { ...remedy, settlementId, settlementState: 'COMPLETED' } : remedy,
  );
}
