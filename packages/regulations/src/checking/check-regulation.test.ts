import { aLabel } from '../testing/builders';
import { deadline, good, stage, trigger, type Good } from '../testing/good-regulation';
import { checkRegulation, describeProblem } from './check-regulation';

const quote = 'a sentence';
const problemsOf = (content: unknown) => checkRegulation('bad.json', JSON.stringify(content, null, 2));
const changed = (change: (copy: Good) => void): unknown => {
  const copy = structuredClone(good);
  change(copy);
  return copy;
};

describe('checkRegulation', () => {
  it('finds nothing in a good file', () => {
    expect(problemsOf(good)).toEqual([]);
  });

  it('tells file, line, column, path, what was expected and what was found', () => {
    const content = changed(({ stages: [first] }) => first && Object.assign(first, { kind: 'INVESTIGATIONS' }));
    const [problem] = problemsOf(content);
    const lines = JSON.stringify(content, null, 2).split('\n');
    const line = lines.findIndex((text) => text.includes('"INVESTIGATIONS"'));
    expect(problem).toMatchObject({
      file: 'bad.json',
      line: line + 1,
      column: (lines[line] ?? '').indexOf('"INVESTIGATIONS"') + 1,
      path: '/stages/0/kind',
      expected: expect.stringMatching(/one of CLASSIFICATION, .*did you mean INVESTIGATION\?/) as unknown,
      found: '"INVESTIGATIONS"',
    });
  });

  it('tells where a file stops being JSON', () => {
    const [problem, ...others] = checkRegulation('bad.json', '{\n  "id": "good",\n  "version" 1\n}');
    expect(problem).toMatchObject({ line: 3, column: 13, expected: 'JSON (colon expected)' });
    expect(others).toEqual([]);
    expect(checkRegulation('bad.json', '')).toMatchObject([{ line: 1, column: 1 }]);
    expect(checkRegulation('bad.json', '[]')).toMatchObject([{ path: '', expected: 'object', found: '[]' }]);
  });

  it('tells a member that stands there twice, and one that is unknown', () => {
    expect(checkRegulation('bad.json', '{\n"id": "one",\n"id": "two" }')).toMatchObject([{ line: 3, path: '/id' }]);
    const [problem] = problemsOf({ ...good, channel: [] });
    expect(problem).toMatchObject({ path: '/channel', found: 'the unknown member channel' });
    expect(problem?.expected).toMatch(/did you mean channels\?$/);
  });

  it('tells what is missing inside a value of several forms', () => {
    const content = changed(
      ({ stages: [first] }) => first && Object.assign(first, { deadline: { amount: 3, unit: 'HOURS', quote } }),
    );
    expect(problemsOf(content)).toMatchObject([{ path: '/stages/0/deadline/startsAt', found: 'nothing' }]);
  });

  it.each<[string, (copy: Good) => void, string, RegExp, RegExp]>([
    [
      'an open value that is used and not declared',
      (copy) => copy.openValues.splice(0, 1),
      '/stages/1/deadline/openValue',
      /a key of openValues: nothing: none is declared/,
      /replyWithin/,
    ],
    [
      'an open value of another type than its place needs',
      ({ openValues: [value] }) => value && Object.assign(value, { type: 'COUNT' }),
      '/stages/1/deadline/openValue',
      /an open value of type DURATION/,
      /replyWithin of type COUNT/,
    ],
    [
      'an open value that nothing uses',
      ({ openValues }) => openValues.push({ key: 'other', type: 'RATIO', label: aLabel('x'), quote: null }),
      '/openValues/1/key',
      /an open value that something uses/,
      /other/,
    ],
    [
      'stages that wait for each other',
      ({ stages: [first] }) => first && Object.assign(first, { after: ['reply'] }),
      '/stages/0',
      /do not wait for each other in a circle/,
      /investigation after reply after investigation/,
    ],
    [
      'a stage that waits for itself by its deadline',
      ({ stages: [first] }) =>
        first && Object.assign(first, { deadline: { ...deadline, startsAt: 'STAGE:investigation' } }),
      '/stages/0',
      /in a circle/,
      /investigation after investigation/,
    ],
    [
      'an unknown role',
      ({ stages: [, second] }) => second && Object.assign(second, { performers: ['handler', 'ofice'] }),
      '/stages/1/performers/1',
      /a role or party: one of customer, .*did you mean office\?/,
      /"ofice"/,
    ],
    [
      'an unknown role in an approval',
      ({ stages: [, second] }) => second && Object.assign(second, { approvals: [{ approvers: ['director'], quote }] }),
      '/stages/1/approvals/0/approvers/0',
      /a role or party/,
      /director/,
    ],
    [
      'a condition over an unknown fact',
      ({ levels }) => levels.triggers.push(trigger('press', 'major', 'assessment.press')),
      '/levels/triggers/2/when',
      /a condition over declared facts that is true or false/,
      /No such key: press, at character 12/,
    ],
    [
      'a condition that does not type-check',
      ({ levels }) => levels.triggers.push(trigger('few', 'major', 'complainant.persons >= "ten"')),
      '/levels/triggers/2/when',
      /a condition over declared facts/,
      /no such overload: int >= string/,
    ],
    [
      'a condition that is no condition',
      ({ levels }) => levels.triggers.push(trigger('few', 'major', 'complainant.persons')),
      '/levels/triggers/2/when',
      /a condition over declared facts/,
      /is of type int, not bool/,
    ],
    [
      'a condition that does not parse',
      ({ levels }) => levels.triggers.push(trigger('few', 'major', 'complainant.persons >=')),
      '/levels/triggers/2/when',
      /a condition over declared facts/,
      /Unexpected token/,
    ],
    [
      'a condition with a pattern',
      ({ levels }) => levels.triggers.push(trigger('few', 'major', 'item.product.matches("(a+)+$")')),
      '/levels/triggers/2/when',
      /a condition over declared facts/,
      /matches is not available/,
    ],
    [
      'a condition that fails for what nobody has stated yet',
      ({ levels }) => levels.triggers.push(trigger('few', 'major', 'decision.remedies[0] == "REFUND"')),
      '/levels/triggers/2/when',
      /a condition that can be evaluated/,
      /decision.remedies/,
    ],
    [
      'a comparison with a value that cannot be',
      ({ levels }) => levels.triggers.push(trigger('wide', 'major', 'assessment.impact in ["regional", "national"]')),
      '/levels/triggers/2/when',
      /for assessment.impact one of regional/,
      /"national"/,
    ],
    [
      'a comparison with an unknown value of an axis',
      ({ stages: [first] }) => first && Object.assign(first, { when: '"too" == classification["sub-axis"]' }),
      '/stages/0/when',
      /for classification.sub-axis one of one/,
      /"too"/,
    ],
    [
      'a comparison with an unknown level',
      ({ stages: [first] }) => first && Object.assign(first, { when: 'case.level != "majorr"' }),
      '/stages/0/when',
      /did you mean major\?/,
      /majorr/,
    ],
    [
      'two levels of one rank',
      ({ levels: { values } }) => values[2] && Object.assign(values[2], { rank: 2 }),
      '/levels/values/2/rank',
      /a rank that is not that of levels\/values\/1/,
      /2/,
    ],
    [
      'two levels of one name',
      ({ levels: { values } }) => values.push({ level: 'major', rank: 9, label: aLabel('x'), track: 'NORMAL' }),
      '/levels/values/3/level',
      /a level that is not that of levels\/values\/1/,
      /major/,
    ],
    [
      'one condition for two levels',
      ({ levels }) => levels.triggers.push(trigger('press', 'major', ' assessment.media ')),
      '/levels/triggers/2/when',
      /another condition than that of the trigger media, which gives the level crisis/,
      /assessment.media/,
    ],
    [
      'a level below the initial one',
      ({ levels: { values } }) => values[1] && Object.assign(values[1], { rank: 0 }),
      '/levels/values/1/rank',
      /above that of the initial level general/,
      /major has 0/,
    ],
    [
      'an unknown level',
      ({ levels }) => levels.triggers.push(trigger('many', 'huge', 'history.repeat')),
      '/levels/triggers/2/level',
      /a level of levels\/values/,
      /huge/,
    ],
    [
      'a number pattern that can repeat',
      ({ numbering }) => Object.assign(numbering, { pattern: '{YY}{SERIAL:2}' }),
      '/numbering/pattern',
      /numbers would repeat: the series restarts every month/,
      /\{YY\}\{SERIAL:2\}/,
    ],
    [
      'an unknown stage to wait for',
      ({ stages: [, second] }) => second && Object.assign(second, { after: ['investigate'] }),
      '/stages/1/after/0',
      /a stage of stages: .*did you mean investigation\?/,
      /investigate/,
    ],
    [
      'an unknown paper',
      ({ stages: [first] }) => first && Object.assign(first, { paper: 'rapport' }),
      '/stages/0/paper',
      /a paper of papers: .*did you mean report\?/,
      /rapport/,
    ],
    [
      'two stages that the same act would finish',
      ({ stages }) => stages.push({ ...stage('second-reply'), kind: 'REPLY' }),
      '/stages/2',
      /another condition than that of reply, or an order/,
      /second-reply, of kind REPLY/,
    ],
    [
      'a way back to a stage that comes after the end',
      (copy) => {
        copy.stages.push({ ...stage('end'), kind: 'CLOSING' });
        Object.assign(copy.dissatisfaction[0] ?? {}, { backTo: 'end' });
      },
      '/dissatisfaction/0/backTo',
      /before the case is closed/,
      /end/,
    ],
    [
      'a choice without options',
      ({ assessment: [first] }) => first && Object.assign(first, { type: 'CHOICE' }),
      '/assessment/0',
      /options, for a CHOICE/,
      /none/,
    ],
    [
      'a limit that no currency can hold',
      ({ authority: { rows } }) => rows[0] && Object.assign(rows[0], { maximum: '10.005' }),
      '/authority/rows/0/maximum',
      /an amount that an ISO 4217 currency can hold/,
      /10.005 CNY/,
    ],
    [
      'a party with the name of a role',
      ({ parties: [first] }) => first && Object.assign(first, { party: 'manager' }),
      '/parties/0/party',
      /a name that is no role/,
      /manager/,
    ],
  ])('refuses %s', (_, mistake, path, expected, found) => {
    const problem = problemsOf(changed(mistake)).find((each) => each.path === path);
    expect(problem?.expected).toMatch(expected);
    expect(problem?.found).toMatch(found);
    expect(problem?.line).toBeGreaterThan(1);
  });

  it('describes a mistake in one line', () => {
    const [problem] = problemsOf(changed(({ numbering }) => Object.assign(numbering, { pattern: 'x' })));
    expect(problem && describeProblem(problem)).toMatch(
      /^bad\.json:\d+:\d+ \/numbering\/pattern: expected a pattern that cannot repeat \(.*\), found "x"$/,
    );
  });

  it('tells apart what is finished by name, what is ordered, and what has other conditions', () => {
    const another = (changes: Record<string, unknown>) => changed(({ stages }) => stages.push(stage('other', changes)));
    expect(problemsOf(another({ kind: 'OPINION' }))).toEqual([]);
    expect(problemsOf(another({ kind: 'REPLY', after: ['reply'] }))).toEqual([]);
    expect(problemsOf(another({ kind: 'REPLY', when: 'history.repeat' }))).toEqual([]);
  });
});
