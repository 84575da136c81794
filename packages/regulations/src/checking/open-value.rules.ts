import { parseMoney } from '@redress/kernel';
import { patternProblem } from '../numbering/number-pattern';
import type { Regulation } from '../regulation/regulation.model';
import type { SourcePath } from './json-source';
import { oneOf } from './nearest-name';
import { shown, type ContentProblem } from './schema-problems';

type OpenValueType = Regulation['openValues'][number]['type'];

interface OpenValueUse {
  readonly path: SourcePath;
  readonly key: string | undefined;
  /** The type that is needed there; any, where it is only shown. */
  readonly type?: OpenValueType;
}

/** Types that mean something only in the place that names them. */
const NEED_A_PLACE: readonly OpenValueType[] = ['DURATION', 'AUTHORITY', 'RATIO', 'AMOUNT_TABLE'];

/** What is left open is declared, of the type that its place needs, and used there. */
export function openValueProblems(regulation: Regulation): readonly ContentProblem[] {
  const declared = new Map(regulation.openValues.map(({ key, type }) => [key, type]));
  const uses = usesOf(regulation).filter(({ key }) => key !== undefined);
  const used = new Set(uses.map(({ key }) => key));
  return [
    ...uses.flatMap(({ path, key = '', type }) => {
      const actual = declared.get(key);
      if (actual === undefined) {
        return [{ path, expected: `a key of openValues: ${oneOf(declared.keys(), key)}`, found: shown(key) }];
      }
      if (type === undefined || actual === type) return [];
      return [{ path, expected: `an open value of type ${type}`, found: `${key} of type ${actual}` }];
    }),
    ...regulation.openValues.flatMap(({ key, type, options }, index) => [
      ...(NEED_A_PLACE.includes(type) && !used.has(key)
        ? [{ path: ['openValues', index, 'key'], expected: 'an open value that something uses', found: shown(key) }]
        : []),
      ...choiceProblems(type, options, ['openValues', index]),
    ]),
  ];
}

/** Numbers that the text prescribes never repeat, and are not left open at the same time. */
export function numberingProblems({ numbering, openValues }: Regulation): readonly ContentProblem[] {
  const problem = numbering === undefined ? undefined : patternProblem(numbering);
  const open = openValues.flatMap(({ type }, index) => (type === 'NUMBERING' ? [index] : []));
  const tooMany = numbering === undefined ? open.slice(1) : open;
  return [
    ...(problem === undefined
      ? []
      : [
          {
            path: ['numbering', 'pattern'],
            expected: `a pattern that cannot repeat (${problem})`,
            found: shown(numbering?.pattern),
          },
        ]),
    ...tooMany.map((index) => ({
      path: ['openValues', index],
      expected: 'one place that decides how complaints are numbered',
      found: 'another NUMBERING',
    })),
  ];
}

/** A choice has options, and nothing else has. */
export function choicesWithoutOptions({ recordCard, assessment }: Regulation): readonly ContentProblem[] {
  return [
    ...recordCard.fields.flatMap(({ type, options }, index) =>
      choiceProblems(type, options, ['recordCard', 'fields', index]),
    ),
    ...assessment.flatMap(({ type, options }, index) => choiceProblems(type, options, ['assessment', index])),
  ];
}

/** Limits are amounts that their currency can hold. */
export function impossibleLimits({ authority }: Regulation): readonly ContentProblem[] {
  return authority.rows.flatMap(({ maximum, currency }, index) =>
    maximum !== null && parseMoney(maximum, currency) === undefined
      ? [
          {
            path: ['authority', 'rows', index, 'maximum'],
            expected: 'an amount that an ISO 4217 currency can hold',
            found: `${maximum} ${currency}`,
          },
        ]
      : [],
  );
}

function usesOf(regulation: Regulation): readonly OpenValueUse[] {
  const { stages, authority, returnTolerance, responsibility, archive, workload, conduct, effective } = regulation;
  return [
    ...stages.map(({ deadline }, index): OpenValueUse => ({
      path: ['stages', index, 'deadline', 'openValue'],
      key: deadline !== undefined && 'openValue' in deadline ? deadline.openValue : undefined,
      type: 'DURATION',
    })),
    { path: ['authority', 'openValue'], key: authority.openValue, type: 'AUTHORITY' },
    { path: ['returnTolerance', 'openValue'], key: returnTolerance?.openValue, type: 'RATIO' },
    { path: ['responsibility', 'lossBase'], key: responsibility?.lossBase, type: 'AMOUNT_TABLE' },
    { path: ['archive', 'retention'], key: archive?.retention, type: 'DURATION' },
    ...workload.map(({ openValue }, index) => ({ path: ['workload', index, 'openValue'], key: openValue })),
    ...conduct.map(({ openValue }, index) => ({ path: ['conduct', index, 'openValue'], key: openValue })),
    { path: ['effective', 'openValue'], key: effective?.openValue },
  ];
}

function choiceProblems(type: string, options: readonly unknown[] | undefined, path: SourcePath): ContentProblem[] {
  const hasOptions = options !== undefined && options.length > 0;
  if ((type === 'CHOICE') === hasOptions) return [];
  return hasOptions
    ? [{ path: [...path, 'options'], expected: 'options for a CHOICE only', found: type }]
    : [{ path, expected: 'options, for a CHOICE', found: 'none' }];
}
