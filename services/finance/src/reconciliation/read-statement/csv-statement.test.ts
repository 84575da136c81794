import { Readable } from 'node:stream';
import type { CsvMapping } from '../model/csv-mapping.model';
import { isDateFormat, plainAmount, readDay } from '../model/csv-mapping.model';
import type { StatementItem } from '../model/statement.model';
import { PLAIN_MAPPING } from '../testing/statement-desk';
import { readStatement } from './read-statement';

async function itemsOf(content: string | Buffer, mapping: Partial<CsvMapping> = {}): Promise<StatementItem[]> {
  const items: StatementItem[] = [];
  const file = {
    ...({ format: 'CSV', compression: 'NONE', currency: 'CNY' } as const),
    bytes: Readable.from([Buffer.from(content)]),
    mapping: { ...PLAIN_MAPPING, ...mapping },
  };
  for await (const item of readStatement(file)) items.push(item);
  return items;
}
const amountsOf = (items: readonly StatementItem[]) =>
  items.flatMap((item) => (item.kind === 'LINE' ? [item.line.amountMinor] : []));

describe('a CSV statement', () => {
  const columns = { bookedOn: 'Day', amount: 'Amount', references: [], text: [] };

  it('is read after lines before its header, with quoted values and grouped decimals', async () => {
    const content = '银行对账单\n账号;1\n\uFEFFDay;Amount;Reference;Text\n05.03.2026;"-1.234,50";R-100001;"a; b"\n';
    const items = await itemsOf(content.replace('\uFEFF', ''), {
      linesBeforeHeader: 2,
      dateFormat: 'DD.MM.YYYY',
      decimalSeparator: ',',
    });
    expect(items.slice(1)).toMatchObject([
      {
        kind: 'LINE',
        line: { bookedOn: '2026-03-05', amountMinor: -123_450n, references: ['R-100001'], text: 'a; b' },
      },
    ]);
  });

  it.each<[string, Partial<CsvMapping>, string, bigint[]]>([
    [
      'a minus for money that came',
      { sign: 'MINUS_IS_IN', columns },
      'Day;Amount\n2026-03-01;5\n2026-03-01;-7\n',
      [-500n, 700n],
    ],
    [
      'columns for both ways',
      { sign: 'SEPARATE_COLUMNS', columns: { ...columns, amount: 'Out', amountIn: 'In' } },
      'Day;Out;In\n2026-03-01;5;\n2026-03-01;;7\n2026-03-01;0;0\n',
      [-500n, 700n],
    ],
    [
      'a column for the way',
      { sign: 'DIRECTION_COLUMN', columns: { ...columns, direction: 'Way' }, outWords: ['借'] },
      'Day;Amount;Way\n2026-03-01;5;借\n2026-03-01;7;贷\n2026-03-01;9;\n',
      [-500n, 700n],
    ],
    ['the sign at the end', { columns }, 'Day;Amount\n2026-03-01;5.00-\n', [-500n]],
  ])('understands %s', async (_, mapping, content, amounts) => {
    expect(amountsOf(await itemsOf(content, mapping))).toEqual(amounts);
  });

  it('is read in GB18030, and bytes that are none are refused', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Day;Amount;Reference;Text\n2026-03-01;-1;;'),
      Buffer.from([0xcd, 0xcb, 0xbf, 0xee]),
      Buffer.from('\n'),
    ]);
    expect(await itemsOf(bytes, { encoding: 'GB18030' })).toMatchObject([{}, { line: { text: '退款' } }]);
    expect(await itemsOf(bytes)).toMatchObject([{ problem: { code: 'FINANCE_STATEMENT_VALUE_UNREADABLE' } }]);
  });

  it('is refused without a column that the mapping names', async () => {
    expect(await itemsOf('Day;Value\n2026-03-01;5\n')).toMatchObject([
      { problem: { code: 'FINANCE_STATEMENT_COLUMN_MISSING', line: 1, facts: { column: 'Amount' } } },
      { problem: { facts: { column: 'Reference' } } },
      { problem: { facts: { column: 'Text' } } },
    ]);
  });

  it('is refused with the line that has more values than there are columns, and read where one has fewer', async () => {
    const mapping = { columns: { ...columns, text: ['Text'] } };
    const items = await itemsOf(
      'Day;Text;Amount;Balance\n2026-03-01;a;-1;9;\n2026-03-02;b;5;-2;7\n2026-03-03;d;-3\n',
      mapping,
    );
    expect(items.filter(({ kind }) => kind !== 'ACCOUNT')).toMatchObject([
      { line: { amountMinor: -100n } },
      { problem: { code: 'FINANCE_STATEMENT_MALFORMED', line: 3, facts: { found: '7' } } },
      { line: { amountMinor: -300n } },
    ]);
  });

  it('is refused with the line where a quote is never closed', async () => {
    const items = await itemsOf('Day;Amount;Reference;Text\n2026-03-01;5;;"open\n2026-03-01;5;;x\n');
    expect(items.at(-1)).toMatchObject({ problem: { code: 'FINANCE_STATEMENT_MALFORMED' } });
  });
});

describe('values of a CSV statement', () => {
  it.each([
    ['2026-03-05', 'YYYY-MM-DD', '2026-03-05'],
    ['20260305', 'YYYYMMDD', '2026-03-05'],
    ['05/03/26', 'DD/MM/YY', '2026-03-05'],
    ['2026/03/05 13:45:00', 'YYYY/MM/DD', '2026-03-05'],
    ['2026-02-30', 'YYYY-MM-DD', undefined],
    ['5.3.2026', 'DD.MM.YYYY', undefined],
    ['2026-03-05 x', 'YYYY-MM-DD', undefined],
  ])('reads the day %s as %s', (text, format, day) => {
    expect(readDay(text, format)).toBe(day);
  });

  it.each([
    ['1,234.50', '.', '1234.50'],
    ['1.234,50', ',', '1234.50'],
    ['1 234,50', ',', '1234.50'],
    ["1'234.50", '.', '1234.50'],
    ['\u22125.00', '.', '-5.00'],
    ['5.00-', '.', '-5.00'],
    ['- 1,234', '.', '-1234'],
    ['1,234-', '.', '-1234'],
    ['12,34,567.00', '.', '1234567.00'],
    ['12,3456.00', '.', '123456.00'],
    ['12,34', '.', undefined],
    ['12.34', ',', undefined],
    ['-1,234,5.00', '.', undefined],
    ['', '.', undefined],
    ['1e5', '.', undefined],
    ['--5', '.', undefined],
  ] as const)('reads the amount %s', (text, separator, amount) => {
    expect(plainAmount(text, separator)).toBe(amount);
  });

  it('knows formats that name each part once', () => {
    expect(['YYYY-MM-DD', 'DD.MM.YYYY', 'MM/DD/YY', 'YYYYMMDD'].every(isDateFormat)).toBe(true);
    expect(['YYYY-MM', 'DD.DD.YYYY', '', 'Y-M-D'].some(isDateFormat)).toBe(false);
  });
});

describe('a huge CSV statement', () => {
  const PIECES = 200;
  const LINES_OF_A_PIECE = 250;

  it('is read no further ahead than its lines are taken, so that its size does not matter', async () => {
    let read = 0;
    function* pieces(): Generator<Buffer> {
      yield Buffer.from('Day;Amount;Reference;Text\n');
      for (; read < PIECES; read += 1) {
        yield Buffer.from(
          `2026-03-01;-1.00;R-${100_000 + read};some text that a bank writes\n`.repeat(LINES_OF_A_PIECE),
        );
      }
    }
    const file = { format: 'CSV', compression: 'NONE', currency: 'CNY', mapping: PLAIN_MAPPING } as const;
    let lines = 0;
    let furthestAhead = 0;
    for await (const item of readStatement({ ...file, bytes: Readable.from(pieces()) })) {
      if (item.kind !== 'LINE') continue;
      lines += 1;
      furthestAhead = Math.max(furthestAhead, read - lines / LINES_OF_A_PIECE);
    }
    expect(lines).toBe(PIECES * LINES_OF_A_PIECE);
    expect(furthestAhead).toBeLessThan(PIECES / 2);
  });
});
