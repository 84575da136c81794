import { ROLES } from '@redress/kernel';
import { regulationSchema, type Regulation } from '../regulation/regulation.model';
import { performers } from '../regulation/vocabulary.model';
import type { SourcePath } from './json-source';
import { oneOf } from './nearest-name';
import { shown, type ContentProblem } from './schema-problems';
import { describedValues, isSamePart } from './schema-walk';

/** Everybody whom a regulation names is a role or a party that it declares. */
export function unknownPerformers(regulation: Regulation): readonly ContentProblem[] {
  const known = new Set<string>([...ROLES, ...regulation.parties.map(({ party }) => party)]);
  const orComplainant = new Set([...known, 'complainant']);
  const named = [...describedValues(regulationSchema, regulation)].filter(({ schema }) =>
    isSamePart(schema, performers),
  );
  return [
    ...named.flatMap(({ value, path }) => unknownNames(value as string[], path, known)),
    ...regulation.authority.rows.flatMap(({ holder }, index) =>
      unknownName(holder, ['authority', 'rows', index, 'holder'], known),
    ),
    ...regulation.papers.flatMap(({ copies = [], signatures = [] }, paper) => [
      ...copies.flatMap(({ holder }, index) =>
        unknownName(holder, ['papers', paper, 'copies', index, 'holder'], orComplainant),
      ),
      ...unknownNames(signatures, ['papers', paper, 'signatures'], orComplainant),
    ]),
  ];
}

/** A party with the name of a role would be taken for it. */
export function partiesNamedAsRoles({ parties }: Regulation): readonly ContentProblem[] {
  return parties.flatMap(({ party }, index) =>
    ROLES.some((role) => role === party)
      ? [{ path: ['parties', index, 'party'], expected: 'a name that is no role', found: shown(party) }]
      : [],
  );
}

/** Names that stand for one thing each. */
export function repeatedNames(regulation: Regulation): readonly ContentProblem[] {
  const { levels, recordCard, assessment, classification, responsibility, ...lists } = regulation;
  return [
    ...repeated(lists.parties, 'party', ['parties']),
    ...repeated(lists.channelClasses, 'class', ['channelClasses']),
    ...repeated(lists.complainants, 'kind', ['complainants']),
    ...repeated(lists.itemTypes, 'type', ['itemTypes']),
    ...repeated(recordCard.fields, 'key', ['recordCard', 'fields']),
    ...repeated(assessment, 'key', ['assessment']),
    ...repeated(classification, 'axis', ['classification']),
    ...classification.flatMap(({ values }, index) => repeated(values, 'code', ['classification', index, 'values'])),
    ...repeated(levels?.values ?? [], 'level', ['levels', 'values']),
    ...repeated(levels?.values ?? [], 'rank', ['levels', 'values']),
    ...repeated(levels?.triggers ?? [], 'trigger', ['levels', 'triggers']),
    ...repeated(lists.handOvers, 'handOver', ['handOvers']),
    ...repeated(lists.routing, 'route', ['routing']),
    ...repeated(lists.stages, 'stage', ['stages']),
    ...repeated(lists.papers, 'paper', ['papers']),
    ...repeated(lists.remedies, 'remedy', ['remedies']),
    ...repeated(responsibility?.sanctions ?? [], 'sanction', ['responsibility', 'sanctions']),
    ...repeated(lists.externalBodies, 'body', ['externalBodies']),
    ...repeated(lists.reports, 'report', ['reports']),
    ...repeated(lists.metrics, 'metric', ['metrics']),
    ...repeated(lists.workload, 'work', ['workload']),
    ...repeated(lists.openValues, 'key', ['openValues']),
  ];
}

function unknownNames(names: readonly string[], path: SourcePath, known: ReadonlySet<string>): ContentProblem[] {
  return names.flatMap((name, index) => unknownName(name, [...path, index], known));
}

function unknownName(name: string, path: SourcePath, known: ReadonlySet<string>): ContentProblem[] {
  return known.has(name) ? [] : [{ path, expected: `a role or party: ${oneOf(known, name)}`, found: shown(name) }];
}

function repeated<Item, Key extends keyof Item & string>(
  items: readonly Item[],
  key: Key,
  path: SourcePath,
): ContentProblem[] {
  const seen = new Map<unknown, number>();
  return items.flatMap((item, index) => {
    const first = seen.get(item[key]);
    if (first === undefined) {
      seen.set(item[key], index);
      return [];
    }
    const expected = `a ${key} that is not that of ${path.join('/')}/${first.toString()}`;
    return [{ path: [...path, index, key], expected, found: shown(item[key]) }];
  });
}
