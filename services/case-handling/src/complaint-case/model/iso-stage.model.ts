import type { IsoStage, StageKind } from '@redress/regulations';
import { stageOfKind, type CasePlan } from './case-plan.model';
import type { CaseState } from './case.transitions';

/** Kind of the regulation's stage that is under way in a state. */
const STAGE_UNDER_WAY: Readonly<Partial<Record<CaseState, StageKind>>> = {
  REGISTERED: 'ACCEPTANCE',
  INVESTIGATION: 'INVESTIGATION',
  RESOLUTION: 'RESOLUTION',
  REPLY: 'RESOLUTION',
  CONSENT: 'RESOLUTION',
  EXECUTION: 'RESOLUTION',
};

/** A state in the terms of ISO 10002; a kind defers to the regulation's own stage where it plans one. */
const ISO_STAGE: Readonly<Record<CaseState, { readonly isoStage: IsoStage; readonly kind?: StageKind }>> = {
  REGISTERED: { isoStage: 'ACKNOWLEDGEMENT', kind: 'ACCEPTANCE' },
  ACCEPTED: { isoStage: 'INITIAL_ASSESSMENT' },
  INVESTIGATION: { isoStage: 'INVESTIGATION', kind: 'INVESTIGATION' },
  RESOLUTION: { isoStage: 'RESPONSE', kind: 'RESOLUTION' },
  REPLY: { isoStage: 'COMMUNICATING_THE_DECISION' },
  CONSENT: { isoStage: 'COMMUNICATING_THE_DECISION' },
  EXECUTION: { isoStage: 'RESPONSE' },
  CLOSED: { isoStage: 'CLOSING' },
};

/** Kind of the regulation's stage that is under way in a state, if one is. */
export function stageUnderWay(state: CaseState): StageKind | undefined {
  return STAGE_UNDER_WAY[state];
}

/** The state in the terms of ISO 10002. */
export function isoStageOf(state: CaseState, plan: CasePlan | undefined): IsoStage {
  const { isoStage, kind } = ISO_STAGE[state];
  return stageOfKind(plan, kind)?.isoStage ?? isoStage;
}
