import {
  dueAt,
  findRegulation,
  planStages,
  workingTimeOf,
  type AdoptionSettings,
  type PlannedStage,
  type Regulation,
  type StageKind,
  type StartEvent,
} from '@redress/regulations';
import type { StartedClock } from './case.model';

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
}): CasePlan {
  const regulation = findRegulation(adoption.regulationId, adoption.regulationVersion);
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

/** The clocks of the stages whose time begins with an event, started at its moment. */
export function clocksStartingAt(
  plan: CasePlan | undefined,
  event: StartEvent,
  startedAt: Date,
  newId: () => string,
): StartedClock[] {
  if (plan === undefined) return [];
  const workingTime = workingTimeOf(plan.settings);
  return plan.stages.flatMap(({ stage, kind, deadline }) =>
    deadline?.startsAt === event
      ? [{ clockId: newId(), stage, kind, startedAt, due: dueAt(deadline.duration, startedAt, workingTime) }]
      : [],
  );
}
