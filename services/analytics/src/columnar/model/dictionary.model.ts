interface Words {
  readonly codes: Map<string, number>;
  readonly words: string[];
}

/**
 * Numbers in place of words, for each column its own: what is told apart by small numbers is grouped and filtered many
 * times faster than text. A word once learnt keeps its number.
 */
export class Dictionary {
  private readonly columns = new Map<string, Words>();

  /** The number of a word, which it is given where it has none. */
  learn(column: string, word: string): number {
    const { codes, words } = this.of(column);
    const known = codes.get(word);
    if (known !== undefined) return known;
    codes.set(word, words.length);
    return words.push(word) - 1;
  }

  /** The number of a word; undefined where no row ever had it. */
  find(column: string, word: string): number | undefined {
    return this.of(column).codes.get(word);
  }

  /** The word that a number stands for. */
  word(column: string, code: number): string {
    const found = this.of(column).words[code];
    if (found === undefined) throw new Error(`${column} has no word ${code}`);
    return found;
  }

  private of(column: string): Words {
    const found = this.columns.get(column) ?? { codes: new Map<string, number>(), words: [] };
    this.columns.set(column, found);
    return found;
  }
}
