/** What texts of known values teach about the words of each value, on one axis. */
export interface TextModel {
  readonly documents: number;
  readonly values: ReadonlyMap<string, ValueModel>;
  /** In how many examples of any value a term occurs. */
  readonly occurrences: ReadonlyMap<string, number>;
}

interface ValueModel {
  readonly documents: number;
  /** In how many of them a term occurs. */
  readonly occurrences: ReadonlyMap<string, number>;
}

/** A text whose value a person has given. */
export interface Example {
  readonly value: string;
  readonly terms: ReadonlySet<string>;
}

/** How surely a text is of a value, and the terms that speak for it, the strongest first. */
export interface ScoredValue {
  readonly value: string;
  readonly score: number;
  readonly because: readonly string[];
}

/** A word of a value's own name counts as much as a term that is four times as frequent there as elsewhere. */
const NAME_WEIGHT = Math.log(4);
/** With fewer examples than these, nothing is learned from them yet. */
const EXAMPLES_OF_A_VALUE = 2;
/** All terms of a text together weigh no more than this many: they are not independent of each other. */
const TERMS_OF_WEIGHT = 12;
const TERMS_TOLD = 5;

/** Counts in how many examples of each value a term occurs. */
export function learn(examples: readonly Example[]): TextModel {
  const values = new Map<string, { documents: number; occurrences: Map<string, number> }>();
  const occurrences = new Map<string, number>();
  for (const { value, terms } of examples) {
    const model = values.get(value) ?? { documents: 0, occurrences: new Map<string, number>() };
    model.documents += 1;
    for (const term of terms) {
      model.occurrences.set(term, (model.occurrences.get(term) ?? 0) + 1);
      occurrences.set(term, (occurrences.get(term) ?? 0) + 1);
    }
    values.set(value, model);
  }
  return { documents: examples.length, values, occurrences };
}

/**
 * Multinomial naive Bayes over terms, with the words of each value's own names as knowledge before any example. The best
 * value first; the scores of all values add up to one.
 */
export function scoreValues(
  names: ReadonlyMap<string, ReadonlySet<string>>,
  model: TextModel | undefined,
  text: ReadonlySet<string>,
): ScoredValue[] {
  const learned = model !== undefined && isTaught(model) ? model : undefined;
  const damping = Math.min(1, TERMS_OF_WEIGHT / Math.max(1, text.size));
  const weighed = [...names].map(([value, ownName]) => {
    const weights = new Map<string, number>();
    for (const term of text) {
      const weight = (ownName.has(term) ? NAME_WEIGHT : 0) + damping * evidence(learned, value, term);
      if (weight !== 0) weights.set(term, weight);
    }
    const prior = learned === undefined ? 0 : Math.log(shareOf(learned, value, names.size));
    return { value, weights, total: [...weights.values()].reduce((sum, weight) => sum + weight, prior) };
  });
  const highest = Math.max(...weighed.map(({ total }) => total));
  const sum = weighed.reduce((all, { total }) => all + Math.exp(total - highest), 0);
  return weighed
    .map(({ value, weights, total }) => ({
      value,
      score: Math.exp(total - highest) / sum,
      because: strongest(weights),
    }))
    .sort((one, other) => other.score - one.score || one.value.localeCompare(other.value));
}

function isTaught({ values }: TextModel): boolean {
  return [...values.values()].filter(({ documents }) => documents >= EXAMPLES_OF_A_VALUE).length >= 2;
}

/** How much more a term speaks for a value than for the examples of all others. */
function evidence(model: TextModel | undefined, value: string, term: string): number {
  if (model === undefined) return 0;
  const own = model.values.get(value);
  const ownCount = own?.occurrences.get(term) ?? 0;
  const all = model.occurrences.get(term) ?? 0;
  if (all === 0) return 0;
  const ownDocuments = own?.documents ?? 0;
  const here = (ownCount + 0.5) / (ownDocuments + 1);
  const elsewhere = (all - ownCount + 0.5) / (model.documents - ownDocuments + 1);
  return Math.log(here / elsewhere);
}

function shareOf({ documents, values }: TextModel, value: string, count: number): number {
  return ((values.get(value)?.documents ?? 0) + 1) / (documents + count);
}

function strongest(weights: ReadonlyMap<string, number>): string[] {
  return [...weights]
    .filter(([, weight]) => weight > 0)
    .sort(([oneTerm, one], [otherTerm, other]) => other - one || oneTerm.localeCompare(otherTerm))
    .slice(0, TERMS_TOLD)
    .map(([term]) => term);
}
