import { accept, type Outcome } from '@redress/kernel';
import type { AskMetrics } from '../answer-metrics.handler';
import type { MetricsRow } from '../model/metrics-answer.model';
import { filteredBy, NONE_OF_LIST, type MetricsQuery } from '../model/metrics-query.model';
import type { FiguresRefusal } from './figures-query.model';
import type { CountedPart } from './gives-away.rules';

type Key = string | null;

/** What is shown of a window: its groups, with the complainants of each where nothing is filtered. */
export interface ShownGroups {
  readonly groupBy: MetricsQuery['groupBy'];
  readonly groups: readonly MetricsRow[];
  /** Those of the groups that are shown by themselves. */
  readonly shown: readonly { readonly keys: readonly Key[] }[];
}

const nameOf = (keys: readonly Key[]): string => JSON.stringify(keys);

/**
 * All parts of a window with their complainants. Where a question filters, they are asked for without the filter, cut by
 * what of its lists they have; so many values of a list are as many questions.
 */
export async function countParts(
  ask: (change: Partial<MetricsQuery>) => ReturnType<AskMetrics>,
  { where, window }: Pick<MetricsQuery, 'where' | 'window'>,
  { groupBy, groups, shown }: ShownGroups,
): Promise<Outcome<readonly CountedPart[], FiguresRefusal>> {
  const names = new Set(shown.map(({ keys }) => nameOf(keys)));
  const filtered = filteredBy(where);
  if (filtered.length === 0) {
    return accept(
      groups.flatMap(({ keys, persons }) =>
        persons === undefined ? [] : [{ of: '', place: keys.map(placed), persons, shown: names.has(nameOf(keys)) }],
      ),
    );
  }
  const answer = await ask({ window, groupBy, where: {}, parts: where, persons: 'ALONE' });
  if (!answer.ok) return answer;
  // A key for each list comes after those of the groups; many parts are placed, so where to look is found once.
  const lists = filtered.map((_, index) => groupBy.length + index);
  const listOf = groupBy.map((name) => lists[filtered.indexOf(name)]);
  const alone = lists.filter((_, index) => !groupBy.some((name) => name === filtered[index]));
  return accept(
    answer.value.rows.map(({ keys, persons = 0 }): CountedPart => {
      const isIn = (list: number): boolean => keys[list] !== NONE_OF_LIST;
      const place = listOf.map((list, index) =>
        list !== undefined && !isIn(list) ? 'OTHER' : placed(keys[index] ?? null),
      );
      for (const list of alone) place.push(keys[list] ?? NONE_OF_LIST);
      const shown = lists.every(isIn) && names.has(nameOf(keys.slice(0, groupBy.length)));
      return { of: keys.at(-1) ?? '', place, persons, shown };
    }),
  );
}

/** A value as the place on an axis, told apart from none and from all others. */
const placed = (key: Key): string => (key === null ? 'NONE' : `=${key}`);
