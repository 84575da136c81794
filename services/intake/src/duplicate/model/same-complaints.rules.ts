import type { Regulation } from '@redress/regulations';

const FACT = /\bhistory\s*\.\s*sameWithinMonth\b/;
/** Members of a regulation that hold conditions. */
const CONDITION_MEMBERS: ReadonlySet<string> = new Set(['when', 'required', 'forWhich', 'exemptWhen']);

const remembered = new WeakMap<Regulation, readonly string[]>();

/** The conditions of a regulation that ask how many complained of the same within a month. */
export function conditionsOnSameComplaints(regulation: Regulation): readonly string[] {
  const known = remembered.get(regulation);
  if (known !== undefined) return known;
  const found = [...new Set(conditionsIn(regulation))].filter((condition) => FACT.test(condition));
  remembered.set(regulation, found);
  return found;
}

/** Whether any condition asks for it; for other regulations nobody counts. */
export function looksAtSameComplaints(regulation: Regulation): boolean {
  return conditionsOnSameComplaints(regulation).length > 0;
}

function conditionsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(conditionsIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([member, value]: [string, unknown]) =>
    CONDITION_MEMBERS.has(member) && typeof value === 'string' ? [value] : conditionsIn(value),
  );
}
