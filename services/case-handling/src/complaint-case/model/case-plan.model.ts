import {
  findRegulation,
  planStages,
  type AdoptionSettings,
  type PlannedStage,
  type Regulation,
  type StageKind,
} from '@redress/regulations';

/** The regulation that binds a case, with the organisation's own values filled in. */
export interface CasePlan {
  readonly adoptionId: string;
  readonly regulation: Regulation;
  readonly settings: AdoptionSettings;
  readonly stages: readonly PlannedStage[];
}

/** Throws `Error` when the adopted version no longer ships: a version that was adopted is never withdrawn. */
export function planOf(adoption: {
  readonly id: string;
  readonly regulationId: string;
  readonly regulationVersion: number;
  readonly settings: AdoptionSettings;
  /** For a regulation that the organisation wrote. */
  readonly document?: Regulation;
}): CasePlan {
  const regulation = adoption.document ?? findRegulation(adoption.regulationId, adoption.regulationVersion);
  if (regulation === undefined) {
    throw new Error(`regulation ${adoption.regulationId} version ${adoption.regulationVersion} is adopted but unknown`);
  }
  const { id: adoptionId, settings } = adoption;
  return { adoptionId, regulation, settings, stages: planStages(regulation, settings) };
}

/** The first stage of a kind that the regulation plans, if it plans one. */
export function stageOfKind(plan: CasePlan | undefined, kind: StageKind | undefined): PlannedStage | undefined {
  return kind === undefined ? undefined : plan?.stages.find((stage) => stage.kind === kind);
}

/** The first stage of the first of several kinds that the regulation plans. */
export function stageOfKinds(plan: CasePlan | undefined, kinds: readonly StageKind[]): PlannedStage | undefined {
  const kind = kinds.find((each) => stageOfKind(plan, each) !== undefined);
  return stageOfKind(plan, kind);
}
