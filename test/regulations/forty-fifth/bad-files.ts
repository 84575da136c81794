import { BICYCLES, TERMS } from './own-regulation';

/** A file with one mistake: what is wrong, where it is, and what the refusal says of it. */
export interface BadFile {
  readonly mistake: string;
  readonly document: object;
  readonly path: string;
  readonly expected: RegExp;
}

const [, accept, inspection, report, ...rest] = BICYCLES.stages;
const [trigger, ...triggers] = BICYCLES.levels?.triggers ?? [];

const changed = (changes: object): object => ({ ...BICYCLES, id: 'bad-rules', ...changes });
const withStages = (...stages: readonly object[]): object => changed({ stages: [...stages, report, ...rest] });

/** Every way of being wrong that the format promises to find. */
export const BAD_FILES: readonly BadFile[] = [
  {
    mistake: 'a cycle of stages',
    document: withStages({ ...accept, after: ['inspection'] }, { ...inspection, after: ['taking-on'] }),
    path: '/stages/0',
    expected: /stages that do not wait for each other in a circle/u,
  },
  {
    mistake: 'an unknown role',
    document: withStages({ ...accept, performers: ['wizard'] }, { ...inspection }),
    path: '/stages/0/performers/0',
    expected: /a role or party: one of customer, .*, shop-keeper/u,
  },
  {
    mistake: 'a condition that does not type-check',
    document: withStages({ ...accept, when: 'case.daysSinceReceipt == "long"' }, { ...inspection }),
    path: '/stages/0/when',
    expected: /a condition over declared facts that is true or false/u,
  },
  {
    mistake: 'a condition on a fact that nobody declared',
    document: withStages({ ...accept, when: 'assessment.stolen' }, { ...inspection }),
    path: '/stages/0/when',
    expected: /a condition over declared facts that is true or false/u,
  },
  {
    mistake: 'levels that overlap',
    document: changed({
      levels: {
        ...BICYCLES.levels,
        triggers: [trigger, { ...trigger, trigger: 'again', level: 'common' }, ...triggers],
      },
    }),
    path: '/levels/triggers/1/when',
    expected: /another condition than that of the trigger fall, which gives the level urgent/u,
  },
  {
    mistake: 'a number pattern that can repeat',
    document: changed({ numbering: { ...BICYCLES.numbering, pattern: 'RB{YY}-{SERIAL:3}' } }),
    path: '/numbering/pattern',
    expected: /a pattern that cannot repeat .*every month, which the pattern does not show/u,
  },
  {
    mistake: 'an open value that nothing declares',
    document: changed({ archive: { ...BICYCLES.archive, retention: 'forever' } }),
    path: '/archive/retention',
    expected: /a key of openValues: one of replyWithin, authority, retention/u,
  },
];

/** Terms of an adoption with one mistake. */
export interface BadTerms {
  readonly mistake: string;
  readonly terms: object;
  readonly code: string;
  readonly path: readonly string[];
}

const without = (key: string): object => ({ openValues: TERMS.openValues.filter((value) => value.key !== key) });

export const BAD_TERMS: readonly BadTerms[] = [
  ...TERMS.openValues.map(({ key }) => ({
    mistake: `no value for ${key}`,
    terms: without(key),
    code: 'REGULATION_OPEN_VALUE_MISSING',
    path: ['input', 'openValues', key],
  })),
  {
    mistake: 'a value that nothing asks for',
    terms: { openValues: [...TERMS.openValues, { key: 'discount', ratio: '0.05' }] },
    code: 'REGULATION_OPEN_VALUE_UNKNOWN',
    path: ['input', 'openValues', 'discount'],
  },
  {
    mistake: 'a value of another type',
    terms: { openValues: [{ key: 'replyWithin', text: 'soon' }, ...TERMS.openValues.slice(1)] },
    code: 'REGULATION_OPEN_VALUE_MISTYPED',
    path: ['input', 'openValues', 'replyWithin'],
  },
  {
    mistake: 'an unknown calendar',
    terms: { calendar: 'atlantis' },
    code: 'REGULATION_CALENDAR_UNKNOWN',
    path: ['input', 'calendar'],
  },
  {
    mistake: 'no opening hours where something is counted in them',
    terms: { openingHours: null },
    code: 'REGULATION_OPENING_HOURS_MISSING',
    path: ['input', 'openingHours'],
  },
];
