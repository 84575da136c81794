import { stepsThatShow } from './coverage';
import { ruleProblems } from './rule-problems';
import { regulationsPage } from './regulations-page';
import type { Rule, Rulebook } from './rules.model';

const REGULATION = {
  id: 'bakery',
  version: 1,
  title: { zh: '面包店', en: 'Bakery' },
  source: { document: 'bakery.txt', lines: '1-4' },
  channels: [{ channel: 'PHONE', quote: 'by phone' }],
  stages: [
    {
      stage: 'closing',
      kind: 'CLOSING',
      isoStage: 'CLOSING',
      label: { zh: '结案', en: 'Closing' },
      quote: 'closed within a day',
      performers: ['handler'],
      deadline: { amount: 1, unit: 'CALENDAR_DAYS', startsAt: 'RECEIPT', quote: 'closed within a day' },
    },
  ],
};

const CHANNELS: Rule = { rule: 'channels', says: 'By phone.', data: ['/channels/0'] };
const CLOSED: Rule = { rule: 'closed', says: 'Closed within a day.', data: ['/stages/0/deadline'] };
const CUSTOMERS: Rule = { rule: 'customers', says: 'Customers are kept.', how: 'In a file.', feature: 'IN-20' };
const NUMBERS: Rule = { rule: 'numbers', says: 'Numbers.', silent: 'Not stated.' };

const STEPS = ['refuses other channels', 'goes through the stages', 'due dates are counted'];

function rulebook(rules: readonly Rule[], changes: Partial<Rulebook> = {}): Rulebook {
  return {
    regulations: new Map([['bakery', JSON.stringify(REGULATION, null, 2)]]),
    rules: [{ regulation: 'bakery', section: '2.1', rules: [...rules] }],
    coverage: {
      data: {
        '/channels': 'refuses other channels',
        '/stages': 'goes through the stages',
        '/stages/*/deadline': 'due dates are counted',
      },
      features: { 'IN-20': { test: 'services/intake/customer.test.ts' }, 'AN-05': { later: 'belongs to analytics' } },
    },
    tests: { steps: STEPS, hasStep: () => true, hasFile: () => true },
    ...changes,
  };
}

const GOOD = [CHANNELS, CLOSED, CUSTOMERS, NUMBERS];
const tests = rulebook(GOOD).tests;

describe('rules of the regulations', () => {
  it('accepts a regulation of which every rule has its row', () => {
    expect(ruleProblems(rulebook(GOOD))).toEqual([]);
  });

  it.each<[string, Rulebook, string]>([
    ['a regulation without rules', rulebook(GOOD, { rules: [] }), 'bakery: there is no file of its rules'],
    [
      'rules without a regulation',
      rulebook(GOOD, { regulations: new Map() }),
      'bakery: its rules are there, the regulation is not',
    ],
    [
      'a rule without a place',
      rulebook([...GOOD, { rule: 'lost', says: 'Lost.' }]),
      'bakery: expected one of data, how and silent, found 0 (lost)',
    ],
    [
      'a rule with two places',
      rulebook([...GOOD, { rule: 'both', says: 'Both.', data: ['/channels'], silent: 'Not stated.' }]),
      'bakery: expected one of data, how and silent, found 2 (both)',
    ],
    ['a rule told twice', rulebook([...GOOD, NUMBERS]), 'bakery: rule numbers is told twice'],
    [
      'a pointer that leads nowhere',
      rulebook([...GOOD, { rule: 'far', says: 'Far.', data: ['/stages/1/deadline'] }]),
      'bakery: /stages/1/deadline is not in the regulation (far)',
    ],
    [
      'a value that no rule claims',
      rulebook([CHANNELS, CUSTOMERS, NUMBERS, { rule: 'label', says: 'A label.', data: ['/stages/0/label'] }]),
      'bakery: no rule claims /stages/0/deadline (stages/closing/deadline)',
    ],
    [
      'a place for which the coverage has no step',
      rulebook([...GOOD, { rule: 'title', says: 'A title.', data: ['/title'] }]),
      'bakery: neither rule nor coverage names a test (title)',
    ],
    [
      'a capability for which nothing names a test',
      rulebook([...GOOD, { rule: 'other', says: 'Other.', how: 'Somehow.', feature: 'XC-99' }]),
      'bakery: neither rule nor coverage names a test (other)',
    ],
    [
      'a test file that is not there',
      rulebook(GOOD, { tests: { ...tests, hasFile: (path) => !path.startsWith('services/') } }),
      'bakery: the test services/intake/customer.test.ts is not there (customers)',
    ],
    [
      'a regulation without a scenario',
      rulebook([CHANNELS, CLOSED], { tests: { ...tests, hasFile: () => false } }),
      'bakery: the test test/regulations/expected/bakery.ts is not there (channels, closed)',
    ],
    [
      'a step that was not agreed',
      rulebook(GOOD, { tests: { ...tests, steps: STEPS.slice(0, 2) } }),
      'bakery: the step “due dates are counted” is not agreed (closed)',
    ],
    [
      'a step that the scenario does not have',
      rulebook(GOOD, { tests: { ...tests, hasStep: (_, title) => title !== 'due dates are counted' } }),
      'bakery: its scenario does not have the step “due dates are counted” (closed)',
    ],
  ])('finds %s', (_, book, problem) => {
    expect(ruleProblems(book)).toContain(problem);
  });

  it('takes a test that a rule names before that of the coverage, and lets a capability be shown later', () => {
    const own: Rule = { ...CUSTOMERS, test: 'goes through the stages' };
    const later: Rule = { rule: 'later', says: 'Later.', how: 'By a report.', feature: 'AN-05' };
    const book = rulebook([CHANNELS, CLOSED, own, later], {
      tests: { ...tests, hasFile: (path) => path.startsWith('test/regulations/') },
    });

    expect(ruleProblems(book)).toEqual([]);
    expect(regulationsPage(book)).toContain('| not yet: belongs to analytics |');
  });
});

describe('steps of a scenario', () => {
  it('are those that the rules of the regulation need, each once', () => {
    expect(stepsThatShow(rulebook([...GOOD, { ...CLOSED, rule: 'again' }]), 'bakery')).toEqual([
      'refuses other channels',
      'due dates are counted',
    ]);
  });
});

describe('page of the regulations', () => {
  const page = regulationsPage(rulebook(GOOD));

  it('links a rule to the line that holds it, by the name of the provision, and to the scenario', () => {
    expect(page).toContain(
      '| closed | Closed within a day. | [stages/closing/deadline](../packages/regulations/data/regulations/bakery.json#L31)' +
        ' | [bakery.ts](../test/regulations/expected/bakery.ts)<br>due dates are counted |',
    );
  });

  it('says where the text is silent and which capability realises a rule', () => {
    expect(page).toContain('| numbers | Numbers. | **text is silent**: Not stated. |  |');
    expect(page).toContain('| customers | Customers are kept. | In a file. (IN-20) |');
  });

  it('counts the rules of each regulation', () => {
    expect(page).toContain('| [bakery](#bakery) | 2.1 | 4 | 2 | 1 | 1 |');
  });
});
