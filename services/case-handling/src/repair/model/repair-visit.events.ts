import { repairConfirmed, repairVisitCarriedOut, repairVisitPlanned } from '@redress/contracts';
import { byOf, defineFact, event, keyOf, type Fact, type RowChange } from '../../complaint-case/model/fact.model';
import { visitsOf, withVisitIn, withVisits } from './repair-visit.model';

export interface RepairVisitPlanned extends Fact<'REPAIR_VISIT_PLANNED'> {
  readonly visitId: string;
  readonly engineer: string;
  readonly visitAt: Date;
  readonly fault: string;
}
export interface RepairVisitCarriedOut extends Fact<'REPAIR_VISIT_CARRIED_OUT'> {
  readonly visitId: string;
  readonly repaired: boolean;
  readonly workDone: string;
}
export interface RepairConfirmed extends Fact<'REPAIR_CONFIRMED'> {
  readonly visitId: string;
  readonly solved: boolean;
}

export const repairVisitPlannedFact = defineFact<RepairVisitPlanned>({
  type: 'REPAIR_VISIT_PLANNED',
  description: 'A visit of a field engineer was planned.',
  visibleToComplainant: true,
  stageKinds: ['EXECUTION'],
  effect: (current, { visitId: id, engineer }) =>
    withVisits(current, [...visitsOf(current), { id, state: 'PLANNED', engineer }]),
  stores: (_, { visitId, engineer, visitAt, fault, at, by }) => [
    {
      insert: 'repair_visit',
      rows: [{ id: visitId, state: 'PLANNED', engineer, visit_at: visitAt, fault, planned_by: by, planned_at: at }],
    },
  ],
  publish: (after, fact) => {
    const visitAt = fact.visitAt.toISOString();
    return event(repairVisitPlanned, { ...keyOf(after), ...byOf(fact), visitId: fact.visitId, visitAt });
  },
  details: ({ visitAt }) => ({ visitAt: visitAt.toISOString() }),
});

export const repairVisitCarriedOutFact = defineFact<RepairVisitCarriedOut>({
  type: 'REPAIR_VISIT_CARRIED_OUT',
  description: 'A field engineer was at the customer’s.',
  visibleToComplainant: true,
  stageKinds: ['EXECUTION'],
  effect: (current, { visitId }) => withVisitIn(current, visitId, 'CARRIED_OUT'),
  stores: (_, { visitId, repaired, workDone, at }) => [
    visitChange(visitId, { state: 'CARRIED_OUT', repaired, work_done: workDone, carried_out_at: at }),
  ],
  publish: (after, fact) =>
    event(repairVisitCarriedOut, { ...keyOf(after), ...byOf(fact), visitId: fact.visitId, repaired: fact.repaired }),
  details: ({ repaired }) => ({ repaired }),
});

export const repairConfirmedFact = defineFact<RepairConfirmed>({
  type: 'REPAIR_CONFIRMED',
  description: 'The customer said whether the fault is solved.',
  visibleToComplainant: true,
  stageKinds: ['EXECUTION'],
  effect: (current, { visitId, solved }) => withVisitIn(current, visitId, solved ? 'SOLVED' : 'NOT_SOLVED'),
  stores: (_, { visitId, solved, at, by }) => [
    visitChange(visitId, { state: solved ? 'SOLVED' : 'NOT_SOLVED', solved, confirmed_by: by, confirmed_at: at }),
  ],
  publish: (after, fact) =>
    event(repairConfirmed, { ...keyOf(after), ...byOf(fact), visitId: fact.visitId, solved: fact.solved }),
  details: ({ solved }) => ({ solved }),
});

function visitChange(id: string, set: Readonly<Record<string, unknown>>): RowChange {
  return { update: 'repair_visit', key: { id }, set };
}
