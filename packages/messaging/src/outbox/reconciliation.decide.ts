import type { ShardSurvey } from './stream-survey';

/** What the outbox knows of a shard. */
export interface ShardRecord {
  /** The oldest number that the stream should still hold; undefined when it need hold none. */
  readonly wantedFirst: number | undefined;
  /** The last number that was marked as published, and the last that was given. */
  readonly published: number;
  readonly last: number;
}

/** What to do about a shard whose stream was compared with the outbox. */
export type Reconciliation =
  | { readonly kind: 'complete' }
  /** The stream holds more than was marked, without a gap. */
  | { readonly kind: 'advance'; readonly to: number }
  /** The stream lacks its tail, or everything: publish again from there. */
  | { readonly kind: 'rewind'; readonly to: number }
  /** The stream is newer than the database, which must have been restored from a backup: never give a number twice. */
  | { readonly kind: 'outrun'; readonly to: number }
  /** Something lacks, or is there twice, in between: only reading every number tells. */
  | { readonly kind: 'scan' };

/** Compares the stream with the outbox; both as of one moment, with nothing on its way. */
export function decideReconciliation(
  survey: ShardSurvey,
  { wantedFirst, published, last }: ShardRecord,
): Reconciliation {
  if (survey.last > last) return { kind: 'outrun', to: survey.last };
  if (survey.count === 0) {
    return wantedFirst === undefined || wantedFirst > published
      ? { kind: 'complete' }
      : { kind: 'rewind', to: wantedFirst - 1 };
  }
  const beginsEarlyEnough = wantedFirst === undefined || survey.first <= wantedFirst;
  const contiguous = survey.count === survey.last - survey.first + 1;
  if (!beginsEarlyEnough || !contiguous) return { kind: 'scan' };
  if (survey.last < published) return { kind: 'rewind', to: survey.last };
  if (survey.last > published) return { kind: 'advance', to: survey.last };
  return { kind: 'complete' };
}

/** A survey that a scan found to be complete although it does not look so, for example because of duplicates. */
export interface ToleratedSurvey extends ShardSurvey {
  readonly published: number;
}

/** Whether a survey differs from a tolerated one only by what was published since. */
export function onlyGrew(before: ToleratedSurvey | undefined, survey: ShardSurvey, published: number): boolean {
  return (
    before !== undefined && survey.last === published && survey.count - before.count === published - before.published
  );
}
