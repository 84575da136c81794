/** A condition of a regulation file and where it stands. */
export interface PlacedCondition {
  readonly path: readonly (string | number)[];
  readonly condition: string;
}

/** Members whose text is a condition; `required` may be one. */
const CONDITION_MEMBERS = new Set(['when', 'forWhich', 'exemptWhen', 'required']);
/** Members whose `when` is a named moment and no condition. */
const WITHOUT_CONDITIONS = new Set(['overduePapers']);

/** Every condition of a regulation, read from its file or not. */
export function conditionsIn(value: unknown, path: readonly (string | number)[] = []): readonly PlacedCondition[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => conditionsIn(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([member, content]: [string, unknown]) => {
    const at = [...path, member];
    if (CONDITION_MEMBERS.has(member) && typeof content === 'string') return [{ path: at, condition: content }];
    return path.length === 0 && WITHOUT_CONDITIONS.has(member) ? [] : conditionsIn(content, at);
  });
}
