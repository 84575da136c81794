import { caseLevelChanged } from '@redress/contracts';
import { byOf, defineFact, event, keyOf, type Fact } from '../fact.model';
import { present } from '../present-members.model';

export interface LevelChanged extends Fact<'LEVEL_CHANGED'> {
  readonly changeId: string;
  /** Absent for the first level. */
  readonly from?: string;
  readonly level: string;
  /** By the ranks of the regulation; absent for the first level, and where one of the two has no rank. */
  readonly direction?: 'RAISED' | 'LOWERED';
  readonly track: 'NORMAL' | 'FAST_LANE' | 'EMERGENCY';
  /** Triggers of the regulation; none where a person decided. */
  readonly because: readonly string[];
  /** Whether the facts gave it, and no person. */
  readonly automatic: boolean;
  readonly reason?: string;
}

export const levelChangedFact = defineFact<LevelChanged>({
  type: 'LEVEL_CHANGED',
  description: 'The level of the case was set or changed.',
  stageKinds: ['CLASSIFICATION'],
  effect: (_, { level, because, automatic }) => ({
    level,
    levelBecause: because,
    ...(automatic ? { levelRuled: level } : {}),
  }),
  stores: (_, { changeId, from, level, because, reason, by, at }) => [
    {
      insert: 'level_change',
      rows: [
        {
          id: changeId,
          from_level: from ?? null,
          level,
          because: JSON.stringify(because),
          reason: reason ?? null,
          changed_by: by,
          changed_at: at,
        },
      ],
    },
  ],
  publish: (after, fact) =>
    event(caseLevelChanged, {
      ...keyOf(after),
      ...byOf(fact),
      ...present({ from: fact.from, direction: fact.direction }),
      level: fact.level,
      track: fact.track,
      because: [...fact.because],
    }),
  details: ({ level, track, because }) => ({ level, track, because: because.join(', ') }),
});
