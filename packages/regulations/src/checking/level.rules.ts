import type { Regulation } from '../regulation/regulation.model';
import { shown, type ContentProblem } from './schema-problems';

/** The same facts cannot give a matter two levels for the same reason: one of them is a mistake. */
export function overlappingLevels({ levels }: Regulation): readonly ContentProblem[] {
  if (levels === undefined) return [];
  return levels.triggers.flatMap(({ level, when }, index) => {
    const twin = levels.triggers
      .slice(0, index)
      .find((other) => other.level !== level && bare(other.when) === bare(when));
    if (twin === undefined) return [];
    return [
      {
        path: ['levels', 'triggers', index, 'when'],
        expected: `another condition than that of the trigger ${twin.trigger}, which gives the level ${twin.level}`,
        found: shown(when),
      },
    ];
  });
}

/** A level below the initial one can never be reached: the gravest level that holds counts. */
export function unreachableLevels({ levels }: Regulation): readonly ContentProblem[] {
  if (levels === undefined) return [];
  const initial = levels.values.find(({ level }) => level === levels.initial);
  if (initial === undefined) return [];
  return levels.values.flatMap(({ level, rank }, index) =>
    rank < initial.rank
      ? [
          {
            path: ['levels', 'values', index, 'rank'],
            expected: `a rank above that of the initial level ${initial.level}, ${initial.rank.toString()}`,
            found: `${level} has ${rank.toString()}`,
          },
        ]
      : [],
  );
}

function bare(condition: string): string {
  return condition.replaceAll(/\s+/g, '');
}
