import type { Difference } from '@redress/regulations';

/** The columns of a difference. */
export function differenceColumns(difference: Difference) {
  const { kind } = difference;
  if (kind === 'CLOCK') {
    const { stage, before, after } = difference;
    return {
      ...{ kind, stage },
      before_value: before?.dueAt.toISOString() ?? null,
      before_in_time: before?.inTime ?? null,
      after_value: after?.dueAt.toISOString() ?? null,
      after_in_time: after?.inTime ?? null,
    };
  }
  const text = (value: string | boolean | undefined): string | null => (value === undefined ? null : String(value));
  return {
    ...{ kind, stage: null, before_in_time: null, after_in_time: null },
    before_value: text(difference.before),
    after_value: text(difference.after),
  };
}
