import type { StageKind } from '@redress/regulations';

/** Stages that may be performed after the case was closed, so that closing does not end their clocks. */
export const AFTER_CLOSING: ReadonlySet<StageKind> = new Set(['FOLLOW_UP', 'CORRECTIVE_ACTION', 'EFFECT_CHECK']);
