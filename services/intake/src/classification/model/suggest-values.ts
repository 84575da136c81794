import { UNCLASSIFIED } from '../../category/model/category.model';
import { CATEGORY_AXIS, type Suggestion } from '../../complaint/model/matter.model';
import { readableTerm, textTerms } from '../../search/search-tokens';
import { scoreValues, type TextModel } from './text-model';

/** An axis with the values that an organisation may give on it, by their names. */
export interface NamedAxis {
  readonly axis: string;
  readonly values: readonly { readonly code: string; readonly names: readonly string[] }[];
}

/** Below this nothing is suggested, since it could as well be anything else. */
const SCORE_AT_LEAST = 0.5;
const CONFIDENT_SCORE = 0.75;
const NO_VALUE = '';
/** How far the second best has to be behind. */
const CONFIDENT_MARGIN = 0.5;
/** Words that stand in names of many values and tell nothing. */
const EMPTY_WORDS: ReadonlySet<string> = textTerms([
  'the of and or to for a an in on with by from not other others general complaint complaints issue issues problem problems',
  '投诉 问题 其他 类型 一般',
]);

/** What a text speaks for, by axis; nothing where it speaks for nothing in particular. */
export function suggestValues(
  axes: readonly NamedAxis[],
  models: ReadonlyMap<string, TextModel>,
  text: ReadonlySet<string>,
): Suggestion[] {
  return axes.flatMap(({ axis, values }) => {
    if (values.length === 0 || (axis === CATEGORY_AXIS && values.length === 1)) return [];
    const names = new Map(values.map(({ code, names: own }) => [code, wordsOf(own)]));
    // An axis with one value, for example urgent, stands against all that has none.
    if (values.length === 1) names.set(NO_VALUE, new Set());
    const [best, second] = scoreValues(names, models.get(axis), text);
    const because = (best?.because ?? []).map(readableTerm).filter((term) => term !== undefined);
    if (best === undefined || best.value === NO_VALUE || best.score < SCORE_AT_LEAST || because.length === 0) return [];
    const confident = best.score >= CONFIDENT_SCORE && best.score - (second?.score ?? 0) >= CONFIDENT_MARGIN;
    const score = Math.round(best.score * 1_000) / 1_000;
    return [{ axis, value: best.value, score, by: 'TEXT' as const, because, confident }];
  });
}

/**
 * The axes of a regulation with their names. Categories are those that the regulation lists and those that people have
 * given before; all of the organisation, where there are none of either.
 */
export function namedAxes(
  classification: readonly { readonly axis: string; readonly values: readonly NamedValue[] }[],
  categories: readonly NamedValue[],
  given: ReadonlySet<string>,
): NamedAxis[] {
  const named = (values: readonly NamedValue[]) =>
    values.map(({ code, label: { zh, en } }) => ({ code, names: [zh, en] }));
  const listed = classification.find(({ axis }) => axis === CATEGORY_AXIS)?.values ?? [];
  const others = classification.filter(({ axis }) => axis !== CATEGORY_AXIS);
  const used = categories.filter(({ code }) => given.has(code) && !listed.some((value) => value.code === code));
  const known = [...listed, ...used];
  const possible = known.length === 0 ? categories.filter(({ code }) => code !== UNCLASSIFIED.code) : known;
  return [
    { axis: CATEGORY_AXIS, values: named(possible) },
    ...others.map(({ axis, values }) => ({ axis, values: named(values) })),
  ];
}

interface NamedValue {
  readonly code: string;
  readonly label: { readonly zh: string; readonly en: string };
}

/** A single ideograph at the end of a name says too little; the pairs before it hold it anyway. */
function wordsOf(names: readonly string[]): ReadonlySet<string> {
  const terms = [...textTerms(names)];
  return new Set(terms.filter((term) => !EMPTY_WORDS.has(term) && !(term.startsWith('c') && term.length === 6)));
}
