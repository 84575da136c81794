/** A case and the case that settles its harm, if another does. */
export interface MergedCase {
  readonly caseId: string;
  readonly mergedInto?: string;
}

/**
 * The harm of each case: the last case of its chain of mergers. A chain that runs in a circle, which nobody should make,
 * ends at the smallest id of the circle, so that the answer does not depend on where one begins.
 */
export function harmsOf(cases: readonly MergedCase[]): ReadonlyMap<string, string> {
  const into = new Map(cases.map(({ caseId, mergedInto }) => [caseId, mergedInto]));
  return new Map(cases.map(({ caseId }) => [caseId, endOf(caseId, into)]));
}

function endOf(start: string, into: ReadonlyMap<string, string | undefined>): string {
  const passed: string[] = [];
  let current = start;
  for (;;) {
    const known = passed.indexOf(current);
    if (known >= 0) return passed.slice(known).reduce((least, each) => (each < least ? each : least));
    passed.push(current);
    const next = into.get(current);
    if (next === undefined) return current;
    current = next;
  }
}
