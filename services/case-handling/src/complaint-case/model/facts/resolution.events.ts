import {
  resolutionApproved,
  resolutionEndorsed,
  resolutionExecuted,
  resolutionProposed,
  resolutionRejected,
} from '@redress/contracts';
import type { Remedy } from '../case.model';
import { byOf, defineFact, event, keyOf, type Fact, type RowChange } from '../fact.model';
import { present } from '../present-members.model';
import { remedyData, resolutionChange, stepped } from './resolution-change.model';
import { partsToText } from '../remedy-part.model';

export interface ResolutionProposed extends Fact<'RESOLUTION_PROPOSED'> {
  readonly resolutionId: string;
  readonly position: number;
  readonly text: string;
  readonly remedies: readonly Remedy[];
}
export interface ResolutionApproved extends Fact<'RESOLUTION_APPROVED'> {
  readonly resolutionId: string;
  /** Roles and parties as which the person approved it. */
  readonly holders?: readonly string[];
}
export interface ResolutionEndorsed extends Fact<'RESOLUTION_ENDORSED'> {
  readonly resolutionId: string;
}
export interface ResolutionRejected extends Fact<'RESOLUTION_REJECTED'> {
  readonly resolutionId: string;
  readonly reason: string;
}
export interface ResolutionExecuted extends Fact<'RESOLUTION_EXECUTED'> {
  readonly resolutionId: string;
}

export const resolutionProposedFact = defineFact<ResolutionProposed>({
  type: 'RESOLUTION_PROPOSED',
  description: 'A resolution was proposed.',
  stageKinds: ['PROPOSAL', 'RESOLUTION'],
  action: () => 'PROPOSE_RESOLUTION',
  effect: (current, { resolutionId, position, by, remedies }) => ({
    resolutions: current.resolutions + 1,
    resolution: { id: resolutionId, position, state: 'PROPOSED', proposedBy: by, remedies },
  }),
  finishes: (_, { kind }) => kind === 'PROPOSAL',
  stores: (_, { resolutionId, position, text, by, at, remedies }): readonly RowChange[] => [
    {
      insert: 'resolution',
      rows: [{ id: resolutionId, position, state: 'PROPOSED', text, proposed_by: by, proposed_at: at }],
    },
    { insert: 'remedy', rows: remedies.map((remedy, index) => remedyRow(resolutionId, remedy, index)) },
  ],
  publish: (after, fact) =>
    event(resolutionProposed, {
      ...keyOf(after),
      ...byOf(fact),
      resolutionId: fact.resolutionId,
      remedies: fact.remedies.map(remedyData),
    }),
  details: ({ resolutionId, position, remedies }) => ({ resolutionId, position, remedies: remedies.length }),
});

export const resolutionApprovedFact = defineFact<ResolutionApproved>({
  type: 'RESOLUTION_APPROVED',
  description: 'The resolution was approved.',
  stageKinds: ['APPROVAL', 'RESOLUTION'],
  action: () => 'APPROVE_RESOLUTION',
  effect: (current) => stepped(current, 'approve'),
  finishes: (_, { kind }) => kind === 'APPROVAL',
  stores: (_, { resolutionId, by, at }) => [
    resolutionChange(resolutionId, { state: 'APPROVED', decided_by: by, decided_at: at }),
  ],
  publish: (after, fact) =>
    event(resolutionApproved, {
      ...keyOf(after),
      ...byOf(fact),
      resolutionId: fact.resolutionId,
      proposedBy: after.resolution?.proposedBy ?? fact.by,
      customerId: after.customerId,
      categoryCode: after.categoryCode,
      remedies: (after.resolution?.remedies ?? []).map(remedyData),
      ...present({ holders: fact.holders === undefined ? undefined : [...fact.holders] }),
    }),
  details: ({ resolutionId }) => ({ resolutionId }),
});

/** One of several approvals that the regulation asks for one after the other. */
export const resolutionEndorsedFact = defineFact<ResolutionEndorsed>({
  type: 'RESOLUTION_ENDORSED',
  description: 'One of several approvals of the resolution was given.',
  stageKinds: ['APPROVAL'],
  finishes: (_, { kind }) => kind === 'APPROVAL',
  publish: (after, fact) =>
    event(resolutionEndorsed, {
      ...keyOf(after),
      ...byOf(fact),
      resolutionId: fact.resolutionId,
      stage: fact.stage ?? 'approval',
    }),
  details: ({ resolutionId }) => ({ resolutionId }),
});

export const resolutionRejectedFact = defineFact<ResolutionRejected>({
  type: 'RESOLUTION_REJECTED',
  description: 'The resolution was sent back.',
  stageKinds: ['APPROVAL', 'RESOLUTION'],
  action: () => 'REJECT_RESOLUTION',
  effect: (current) => stepped(current, 'reject'),
  reopens: () => ['PROPOSAL', 'APPROVAL'],
  stores: (_, { resolutionId, by, at, reason }) => [
    resolutionChange(resolutionId, { state: 'REJECTED', decided_by: by, decided_at: at, rejection_reason: reason }),
  ],
  publish: (after, fact) =>
    event(resolutionRejected, { ...keyOf(after), ...byOf(fact), resolutionId: fact.resolutionId }),
  details: ({ resolutionId }) => ({ resolutionId }),
});

export const resolutionExecutedFact = defineFact<ResolutionExecuted>({
  type: 'RESOLUTION_EXECUTED',
  description: 'Every remedy was carried out.',
  visibleToComplainant: true,
  stageKinds: ['EXECUTION', 'RESOLUTION'],
  starts: 'EXECUTION_FINISHED',
  action: () => 'EXECUTE_RESOLUTION',
  effect: (current) => stepped(current, 'execute'),
  finishes: (_, { kind }) => kind === 'EXECUTION',
  stores: (_, { resolutionId }) => [resolutionChange(resolutionId, { state: 'EXECUTED' })],
  publish: (after, fact) =>
    event(resolutionExecuted, { ...keyOf(after), ...byOf(fact), resolutionId: fact.resolutionId }),
  details: ({ resolutionId }) => ({ resolutionId }),
});

function remedyRow(resolutionId: string, { id, kind, orderLine, amount, parts, note }: Remedy, position: number) {
  return {
    resolution_id: resolutionId,
    id,
    position,
    kind,
    order_number: orderLine?.orderNumber ?? null,
    line_number: orderLine?.lineNumber ?? null,
    amount_minor: amount?.amountMinor ?? null,
    currency: amount?.currency ?? null,
    parts: partsToText(parts),
    note: note ?? null,
  };
}
