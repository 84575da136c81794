/**
 * Remembers what was worked out for a text. Texts of a program are few; the bound only keeps a caller that writes
 * values into its SQL from filling the memory, and drops the oldest text then.
 */
export function rememberByText<Result>(derive: (text: string) => Result, limit = 2_000): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const derived = derive(text);
    if (known.size >= limit) {
      for (const oldest of known.keys()) {
        known.delete(oldest);
        break;
      }
    }
    known.set(text, derived);
    return derived;
  };
}
