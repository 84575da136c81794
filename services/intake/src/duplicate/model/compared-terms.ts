import { termsOf, textTerms } from '../../search/search-tokens';

/** What of a complaint's search tokens is not its text: words that no other complaint has, or all of one order. */
export interface Labels {
  readonly number: string;
  readonly orderNumber: string | null | undefined;
}

/** The terms by which texts are compared: those of the search index without number and order number. */
export function comparedTerms(tokens: string, { number, orderNumber }: Labels): ReadonlySet<string> {
  const labels = textTerms([number, orderNumber]);
  return new Set([...termsOf(tokens)].filter((term) => !labels.has(term)));
}
