import type { PlannedStage, StageKind } from '@redress/regulations';

/** Stages that may be performed after the case was closed, so that closing does not end their clocks. */
export const AFTER_CLOSING: ReadonlySet<StageKind> = new Set(['FOLLOW_UP', 'CORRECTIVE_ACTION', 'EFFECT_CHECK']);

/** Whether a stage is performed after closing: by its kind, or since it comes after one that is. */
export function comesAfterClosing(stages: readonly PlannedStage[], { kind, after = [] }: PlannedStage): boolean {
  return (
    AFTER_CLOSING.has(kind) ||
    after.some((name) => stages.some((each) => each.stage === name && comesAfterClosing(stages, each)))
  );
}
