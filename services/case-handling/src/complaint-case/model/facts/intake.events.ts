import { caseAccepted, caseAssigned, caseOpened } from '@redress/contracts';
import type { ComplaintFacts, StartedClock } from '../case.model';
import { withDepartment } from '../departments.model';
import { byOf, defineFact, event, keyOf, type Fact } from '../fact.model';
import { present } from '../present-members.model';
import { clockData, clockRow } from './clock-data.model';

export interface CaseOpened extends Fact<'CASE_OPENED'> {
  readonly caseId: string;
  readonly complaint: ComplaintFacts;
  /** For history that was answered before it was taken over. */
  readonly firstReplyAt?: Date;
  readonly adoptionId?: string;
  readonly regulation?: { readonly id: string; readonly version: number };
  /** Whether intake has classified it already. */
  readonly classified?: boolean;
  readonly clocks: readonly StartedClock[];
}
export type CaseAccepted = Fact<'CASE_ACCEPTED'>;
export interface CaseAssigned extends Fact<'CASE_ASSIGNED'> {
  readonly assignee: string;
  readonly unitId?: string;
}

export const caseOpenedFact = defineFact<CaseOpened>({
  type: 'CASE_OPENED',
  description: 'The case was opened.',
  visibleToComplainant: true,
  starts: 'RECEIPT',
  finishes: ({ classified }, { kind }) => kind === 'CLASSIFICATION' && classified === true,
  stores: (_, { clocks }) => (clocks.length === 0 ? [] : [{ insert: 'stage_clock', rows: clocks.map(clockRow) }]),
  publish: (after, { at, complaint, regulation, clocks }) =>
    event(caseOpened, {
      ...keyOf(after),
      number: complaint.number,
      customerId: complaint.customerId,
      channel: complaint.channel,
      categoryId: complaint.categoryId,
      categoryCode: complaint.categoryCode,
      ...present({
        product: complaint.product,
        region: complaint.region,
        orderLine: complaint.orderLine,
        regulation,
        itemType: complaint.matter?.itemType,
        matter: complaint.matter,
      }),
      receivedAt: complaint.receivedAt.toISOString(),
      openedAt: at.toISOString(),
      clocks: clocks.map(clockData),
    }),
  details: ({ complaint }) => ({ number: complaint.number, receivedAt: complaint.receivedAt.toISOString() }),
});

export const caseAcceptedFact = defineFact<CaseAccepted>({
  type: 'CASE_ACCEPTED',
  description: 'The complaint was accepted for handling.',
  visibleToComplainant: true,
  stageKinds: ['ACCEPTANCE'],
  starts: 'ACCEPTANCE',
  action: () => 'ACCEPT_CASE',
  finishes: (_, { kind }) => kind === 'ACCEPTANCE',
  publish: (after, fact) => event(caseAccepted, { ...keyOf(after), ...byOf(fact) }),
});

export const caseAssignedFact = defineFact<CaseAssigned>({
  type: 'CASE_ASSIGNED',
  description: 'A handler was made responsible.',
  stageKinds: ['ASSIGNMENT'],
  action: () => 'ASSIGN_CASE',
  effect: (current, { assignee, unitId }) => ({
    assignee,
    ...(unitId === undefined ? {} : { assigneeUnit: unitId }),
    ...withDepartment(current, unitId),
  }),
  finishes: (_, { kind }) => kind === 'ASSIGNMENT',
  publish: (after, fact) =>
    event(caseAssigned, {
      ...keyOf(after),
      ...byOf(fact),
      assignee: fact.assignee,
      ...present({ unitId: fact.unitId }),
    }),
  details: ({ assignee }) => ({ assignee }),
});
