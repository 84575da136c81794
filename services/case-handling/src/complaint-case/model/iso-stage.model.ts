import type { IsoStage, StageKind } from '@redress/regulations';
import { stageOfKind, type CasePlan } from './case-plan.model';
import type { CaseState } from './case.transitions';

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

/** The state in the terms of ISO 10002. */
export function isoStageOf(state: CaseState, plan: CasePlan | undefined): IsoStage {
  const { isoStage, kind } = ISO_STAGE[state];
  return stageOfKind(plan, kind)?.isoStage ?? isoStage;
}
