import type { ComplaintCase } from '../../complaint-case/model/case.model';
import type { CaseState } from '../../complaint-case/model/case.transitions';
import type { ResolutionState } from '../../complaint-case/model/resolution.transitions';

/** What a case keeps of another that is about the same harm. */
export interface KeptMerge {
  /** Id of the case that settles the harm. */
  readonly into: string;
  /** Where the case stood when it was closed with the other one. */
  readonly stood?: { readonly state: CaseState; readonly resolution?: ResolutionState };
}

/** The case that settles the harm of this one; undefined for a case of its own. */
export function mergeOf({ kept }: Pick<ComplaintCase, 'kept'>): KeptMerge | undefined {
  return kept['merge'] as KeptMerge | undefined;
}

/** Ids of the cases whose harm this one settles. */
export function duplicatesOf({ kept }: Pick<ComplaintCase, 'kept'>): readonly string[] {
  const duplicates = kept['duplicates'];
  return Array.isArray(duplicates) ? (duplicates as string[]) : [];
}

/** Changes what a case keeps of the one that settles its harm. */
export function withMerge(current: ComplaintCase, merge: KeptMerge | undefined): Partial<ComplaintCase> {
  const { merge: _, ...rest } = current.kept;
  return { kept: merge === undefined ? rest : { ...rest, merge } };
}

/** What a case that is closed with another keeps, so that it can be put back to where it was. */
export function rememberedStanding(current: ComplaintCase): Partial<ComplaintCase> {
  const merge = mergeOf(current);
  if (merge === undefined) return {};
  const resolution = current.resolution === undefined ? {} : { resolution: current.resolution.state };
  return withMerge(current, { ...merge, stood: { state: current.state, ...resolution } });
}
