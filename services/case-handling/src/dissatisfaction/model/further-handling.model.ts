import type { Regulation } from '@redress/regulations';
import type { ComplaintCase } from '../../complaint-case/model/case.model';

export type DissatisfactionPath = Regulation['dissatisfaction'][number]['path'];
/** Who was not satisfied. */
export type DissatisfiedParty = 'COMPLAINANT' | 'COMPLAINEE';

/** What a case keeps of the ways that were taken, as far as decisions look at it. */
export interface FurtherHandling {
  /** The way of the present round. */
  readonly path: DissatisfactionPath;
  /** How often each way was taken. */
  readonly taken: Readonly<Partial<Record<DissatisfactionPath, number>>>;
  /** Roles and parties that the regulation names for the present round. */
  readonly deciders: readonly string[];
  /** Those who decided before, and may not decide again. */
  readonly excluded: readonly string[];
  /** The resolution to which somebody had objected. */
  readonly follows?: string;
  /** Whether somebody still has to take the case over. */
  readonly awaitsTakeOver: boolean;
}

const KEY = 'furtherHandling';

/** What a case keeps of the ways that were taken; undefined in the first round. */
export function furtherHandlingOf({ kept }: Pick<ComplaintCase, 'kept'>): FurtherHandling | undefined {
  return kept[KEY] as FurtherHandling | undefined;
}

/** The case with other knowledge of the ways that were taken. */
export function withFurtherHandling(current: ComplaintCase, handling: FurtherHandling): Partial<ComplaintCase> {
  return { kept: { ...current.kept, [KEY]: handling } };
}
