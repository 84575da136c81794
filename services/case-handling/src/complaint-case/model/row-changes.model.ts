import type { RowChange } from './fact.model';

type Columns = Readonly<Record<string, unknown>>;

/**
 * The changes with every update of a row that is itself inserted among them made to the insert, since inserts are
 * written at commit, after all updates.
 */
export function settledChanges(changes: readonly RowChange[]): readonly RowChange[] {
  return changes.reduce<readonly RowChange[]>((before, change) => {
    if ('insert' in change) return [...before, change];
    const { update, key, set } = change;
    let found = false;
    const patched = before.map((earlier) => {
      if (!('insert' in earlier) || earlier.insert !== update) return earlier;
      const rows = earlier.rows.map((row) => {
        if (!hasKey(row, key)) return row;
        found = true;
        return { ...row, ...set };
      });
      return { ...earlier, rows };
    });
    return found ? patched : [...before, change];
  }, []);
}

function hasKey(row: Columns, key: Columns): boolean {
  return Object.entries(key).every(([column, value]) => row[column] === value);
}
