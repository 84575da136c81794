import type { InsertRow } from '@redress/persistence';
import type { RollupDelta } from '../model/rollup-deltas.model';
import type { RollupPlace } from '../model/rollup-layout.model';

/** Rows of one place, and the columns that grow by them. */
export interface DeltaRows {
  readonly rows: readonly InsertRow[];
  readonly add: readonly string[];
}

/** Deltas as rows to add, those of one place together, as they have the same columns. */
export function toDeltaRows(
  deltas: readonly RollupDelta[],
  edition: { readonly generation: number; readonly edition: number },
): readonly DeltaRows[] {
  const places = new Map<RollupPlace, RollupDelta[]>();
  for (const delta of deltas) {
    const found = places.get(delta.place);
    if (found === undefined) places.set(delta.place, [delta]);
    else found.push(delta);
  }
  return [...places].map(([{ number, numbers }, ofPlace]) => ({
    add: numbers.map(({ stands }) => stands),
    rows: ofPlace.map(({ dimension, level, bucket, value, currency, numbers: values }) => ({
      ...{ generation: edition.generation, edition: edition.edition, place: number },
      ...{ dimension, level, bucket, value, currency },
      ...Object.fromEntries(numbers.map(({ stands }, index) => [stands, values[index] ?? 0n])),
    })),
  }));
}
