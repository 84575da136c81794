/** The name that was probably meant: the known one with the fewest letters to change, if these are few. */
export function nearestName(written: string, known: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let fewest = Math.max(2, Math.floor(written.length / 3)) + 1;
  for (const name of known) {
    const changes = lettersToChange(written.toLowerCase(), name.toLowerCase());
    if (changes < fewest) [nearest, fewest] = [name, changes];
  }
  return nearest;
}

/** `one of a, b, c`, or where one of them is near to what was written, `b (or another of: a, c)`. */
export function oneOf(known: Iterable<string>, written?: unknown): string {
  const names = [...known];
  if (names.length === 0) return 'nothing: none is declared';
  const nearest = typeof written === 'string' ? nearestName(written, names) : undefined;
  const list = `one of ${names.join(', ')}`;
  return nearest === undefined ? list : `${list}; did you mean ${nearest}?`;
}

/** Edit distance after Levenshtein. */
function lettersToChange(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= other.length; column += 1) {
      const same = letter === other[column - 1] ? 0 : 1;
      next.push(Math.min((row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (row[column - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
