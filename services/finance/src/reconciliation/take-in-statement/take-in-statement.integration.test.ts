import { gzipSync } from 'node:zlib';
import { newId } from '@redress/kernel';
import fc from 'fast-check';
import { PLAIN_MAPPING, StatementDesk } from '../testing/statement-desk';

interface Line {
  readonly day: number;
  readonly minor: number;
  readonly reference: string;
}

const HEADER = 'Day;Amount;Reference;Text\n';
const csv = (lines: readonly Line[]): string =>
  HEADER +
  lines
    .map(({ day, minor, reference }) => `2026-03-0${day};${(minor / 100).toFixed(2)};${reference};refund\n`)
    .join('');

/** Few days, amounts and references, so that equal lines are common. */
const aLine = fc.record({
  day: fc.integer({ min: 1, max: 3 }),
  minor: fc.constantFrom(-1000, -2000, 500),
  reference: fc.constantFrom('', 'R-100001', 'R-100002'),
});
const someLines = fc.array(aLine, { minLength: 1, maxLength: 14 });

describe('taking a statement in', () => {
  let desk: StatementDesk;
  const tenant = `t-${newId().slice(-12)}`;

  beforeAll(async () => {
    desk = await StatementDesk.open();
  });
  afterAll(() => desk.close());

  const statementOf = async (...files: (string | readonly [string, string])[]): Promise<string[]> => {
    const account = await desk.account(tenant);
    for (const file of files) {
      const [content, part] = typeof file === 'string' ? [file, undefined] : file;
      const { problems } = await desk.takeIn(tenant, account, content, {
        ...(part === undefined ? {} : { statement: { name: 'March', part } }),
      });
      expect(problems).toEqual([]);
    }
    return desk.statement(tenant, account);
  };

  it('keeps as many equal lines as the file has', async () => {
    const line = { day: 1, minor: -1000, reference: '' };
    expect(await statementOf(csv([line, line, line]))).toHaveLength(3);
  });

  it('gives the same statement whatever the order of the lines, and however often the file comes', async () => {
    const property = fc.asyncProperty(
      someLines.chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length }))),
      async ([lines, shuffled]) => {
        const once = await statementOf(csv(lines));
        expect(once).toHaveLength(lines.length);
        expect(await statementOf(csv(shuffled), csv(lines), csv(shuffled))).toEqual(once);
      },
    );
    await fc.assert(property, { numRuns: 15, seed: 44 });
  });

  it('gives the same statement from any parts of it, in any order and repeated, when they are said to be parts', async () => {
    const property = fc.asyncProperty(
      someLines.chain((lines) =>
        fc.tuple(fc.constant(lines), fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 14, maxLength: 14 })),
      ),
      fc.shuffledSubarray([0, 1, 2, 0, 2], { minLength: 5 }),
      async ([lines, to], order) => {
        const parts = [0, 1, 2].map((part) => csv(lines.filter((_, index) => to[index] === part)));
        const files = order.map((part): readonly [string, string] => [parts[part] ?? HEADER, String(part + 1)]);
        expect(await statementOf(...files)).toEqual(await statementOf(csv(lines)));
      },
    );
    await fc.assert(property, { numRuns: 15, seed: 48 });
  });

  it('gives the same statement from files of whole days, in any order and overlapping', async () => {
    const property = fc.asyncProperty(someLines, fc.integer({ min: 1, max: 3 }), async (lines, cut) => {
      const until = csv(lines.filter(({ day }) => day <= cut));
      const from = csv(lines.filter(({ day }) => day >= cut));
      const whole = await statementOf(csv(lines));
      expect(await statementOf(until, from)).toEqual(whole);
      expect(await statementOf(from, until, from)).toEqual(whole);
    });
    await fc.assert(property, { numRuns: 15, seed: 45 });
  });

  it('takes what a later file adds to a day that was exported too early', async () => {
    const early = [{ day: 1, minor: -1000, reference: '' }];
    const late = [...early, ...early, { day: 1, minor: -2000, reference: '' }];
    expect(await statementOf(csv(early), csv(late), csv(early))).toEqual(await statementOf(csv(late)));
  });

  it('refuses to guess when two files without a name share a day and each has lines that the other lacks', async () => {
    const account = await desk.account(tenant);
    const shared = { day: 2, minor: -1000, reference: '' };
    await desk.takeIn(tenant, account, csv([shared, { day: 2, minor: -1, reference: '' }]));
    const { problems } = await desk.takeIn(tenant, account, csv([shared, { day: 2, minor: -2, reference: '' }]));
    expect(problems).toEqual([{ code: 'FINANCE_STATEMENT_DAY_AMBIGUOUS', facts: { day: '2026-03-02' } }]);
    expect(await desk.statement(tenant, account)).toHaveLength(2);
  });

  it('takes a statement with a name as final: other content or other parts are refused', async () => {
    const account = await desk.account(tenant);
    const lines = [1, 2].map((day) => ({ day, minor: -1000, reference: '' }));
    const take = (some: readonly Line[], part: string) =>
      desk.takeIn(tenant, account, csv(some), { statement: { name: '17/2026', part } });
    expect((await take(lines, '')).problems).toEqual([]);
    expect((await take([...lines].reverse(), '')).problems).toEqual([]);
    expect((await take(lines.slice(1), '')).problems).toMatchObject([{ code: 'FINANCE_STATEMENT_CONTRADICTS' }]);
    expect((await take(lines, '1')).problems).toMatchObject([{ code: 'FINANCE_STATEMENT_SPLIT_OTHERWISE' }]);
    const unnamed = await desk.takeIn(tenant, account, csv(lines));
    expect(unnamed.problems).toMatchObject([
      { code: 'FINANCE_STATEMENT_DAY_COVERED' },
      { facts: { day: '2026-03-02' } },
    ]);
    expect(await desk.statement(tenant, account)).toHaveLength(2);
  });

  it('takes in nothing of a file with a mistake, and says in which lines', async () => {
    const account = await desk.account(tenant);
    const content = `${csv([{ day: 1, minor: -1000, reference: '' }])}2026-02-30;1.00;;x\n2026-03-01;1,000.555;;y\n`;
    const { problems } = await desk.takeIn(tenant, account, content);
    expect(problems).toEqual([
      { code: 'FINANCE_STATEMENT_VALUE_UNREADABLE', line: 3, facts: { column: 'Day', expected: 'YYYY-MM-DD' } },
      { code: 'FINANCE_STATEMENT_VALUE_UNREADABLE', line: 4, facts: { column: 'Amount', expected: '0.00 CNY' } },
    ]);
    expect(await desk.statement(tenant, account)).toEqual([]);
  });

  it('refuses another currency, and days before the account was opened here', async () => {
    const mapping = { ...PLAIN_MAPPING, columns: { ...PLAIN_MAPPING.columns, currency: 'Currency' } };
    const account = await desk.account(tenant, { mapping });
    const content = 'Day;Amount;Reference;Text;Currency\n2026-03-01;-1.00;;x;USD\n2025-12-31;-1.00;;x;CNY\n';
    const { problems } = await desk.takeIn(tenant, account, content);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['FINANCE_STATEMENT_OTHER_CURRENCY', 2],
      ['FINANCE_STATEMENT_BEFORE_OPENING', 3],
    ]);
  });

  it('reads a file that comes in pieces and packed, whatever the pieces', async () => {
    const account = await desk.account(tenant);
    const lines = Array.from({ length: 2_500 }, (_, index) => ({
      day: 1,
      minor: -index - 1,
      reference: `R-${100_000 + index}`,
    }));
    const packed = gzipSync(csv(lines));
    const pieces = Array.from({ length: Math.ceil(packed.length / 1_001) }, (_, index) =>
      packed.subarray(index * 1_001, (index + 1) * 1_001),
    );
    const taken = await desk.takeIn(tenant, account, pieces, { compression: 'GZIP' });
    expect(taken).toMatchObject({ linesNew: 2_500, linesKnown: 0, problems: [] });
    const broken = await desk.takeIn(tenant, account, pieces.slice(1), { compression: 'GZIP' });
    expect(broken.problems).toMatchObject([{ code: 'FINANCE_STATEMENT_MALFORMED' }]);
  });
});
