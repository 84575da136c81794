/** What a branch puts into the columns of the answer. */
export interface BranchColumns {
  readonly keys: readonly string[];
  readonly currency: string | undefined;
  readonly numbers: readonly string[];
}

/** Writes the columns of one part of an answer. */
export type ListColumns = (columns: BranchColumns) => string;

/** The columns that all parts of an answer share; a part that has fewer leaves the others empty. */
export class AnswerColumns {
  constructor(
    private readonly keys: number,
    private readonly numbers: number,
  ) {}

  /** Names the columns, for the first branch of a union. */
  named(part: number): string {
    const none = (letter: string, count: number) =>
      Array.from({ length: count }, (_, index) => `NULL AS ${letter}${index}`);
    return [`${part} AS part`, ...none('k', this.keys), 'NULL AS currency', ...none('m', this.numbers)].join(', ');
  }

  of(part: number): ListColumns {
    const filled = (list: readonly string[], count: number) =>
      Array.from({ length: count }, (_, index) => list[index] ?? 'NULL');
    return ({ keys, currency, numbers }) =>
      [part, ...filled(keys, this.keys), currency ?? 'NULL', ...filled(numbers, this.numbers)].join(', ');
  }
}
