import { Readable } from 'node:stream';
import type { StatementItem, StatementLine } from '../model/statement.model';
import { camtDetail, camtEntry, camtFile } from '../testing/camt-file';
import { readStatement } from './read-statement';

async function itemsOf(text: string, pieceLength = text.length): Promise<StatementItem[]> {
  const bytes = Buffer.from(text);
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += pieceLength) pieces.push(bytes.subarray(at, at + pieceLength));
  const items: StatementItem[] = [];
  const file = { format: 'CAMT_053', compression: 'NONE', bytes: Readable.from(pieces), currency: 'EUR' } as const;
  for await (const item of readStatement(file)) items.push(item);
  return items;
}
const linesOf = (items: readonly StatementItem[]): StatementLine[] =>
  items.flatMap((item) => (item.kind === 'LINE' ? [item.line] : []));
const problemsOf = (items: readonly StatementItem[]) =>
  items.flatMap((item) => (item.kind === 'PROBLEM' ? [item.problem] : []));

describe('a camt.053 statement', () => {
  const file = camtFile({
    opening: '1000.00',
    closing: '905.50',
    entries: [
      camtEntry({ amount: '100.00', bankReference: 'B-1', details: camtDetail('019A-KEY-000001') }),
      camtEntry({ amount: '5.50000', way: 'CRDT', info: 'Zinsen  Februar' }),
      camtEntry({ amount: '77.00', status: 'PDNG' }),
    ],
  });

  it('is read line by line, with references, balances and the sign of the account', async () => {
    const items = await itemsOf(file);
    expect(problemsOf(items)).toEqual([]);
    expect(linesOf(items)).toEqual([
      {
        statement: { name: 'STM-2026-061/61', part: '' },
        ...{ bookedOn: '2026-03-02', valueOn: '2026-03-02', currency: 'EUR', toldApart: true },
        amountMinor: -10_000n,
        bankReference: 'B-1',
        references: ['019A-KEY-000001', 'B-1', 'Erstattung'],
        text: 'Erstattung',
      },
      expect.objectContaining({ amountMinor: 550n, text: 'Zinsen Februar', toldApart: false }),
    ]);
    expect(items.filter(({ kind }) => kind === 'SKIPPED')).toHaveLength(1);
    expect(items.flatMap((item) => (item.kind === 'BALANCE' ? [item.balance] : []))).toMatchObject([
      { kind: 'OPENING', on: '2026-03-02', amountMinor: 100_000n },
      { kind: 'CLOSING', on: '2026-03-02', amountMinor: 90_550n },
    ]);
  });

  it('says the same in whatever pieces it comes', async () => {
    const whole = await itemsOf(file);
    for (const length of [1, 7, 64]) expect(await itemsOf(file, length)).toEqual(whole);
  });

  it('says the same in version 08, which writes states and amounts otherwise', async () => {
    const newer = file
      .replaceAll('053.001.02', '053.001.08')
      .replaceAll(/<Sts>(\w+)<\/Sts>/g, '<Sts><Cd>$1</Cd></Sts>')
      .replaceAll('<AmtDtls><TxAmt>', '')
      .replaceAll('</TxAmt></AmtDtls>', '');
    const asSeen = (items: readonly StatementItem[]) => linesOf(items);
    expect(asSeen(await itemsOf(newer))).toEqual(asSeen(await itemsOf(file)));
  });

  it('takes over no name of the other side', async () => {
    expect(JSON.stringify(linesOf(await itemsOf(file)), (_, value: unknown) => String(value))).not.toContain('Private');
  });

  it('opens a collective booking into its payments when they add up, and else keeps it whole', async () => {
    const details = (last: string) =>
      `<Btch><PmtInfId>RUN-17</PmtInfId></Btch>${camtDetail('KEY-00000001', '60.00')}${camtDetail('KEY-00000002', last)}`;
    const read = async (last: string) =>
      linesOf(await itemsOf(camtFile({ entries: [camtEntry({ amount: '100.00', details: details(last) })] })));
    expect((await read('40.00')).map(({ amountMinor, references }) => [amountMinor, references[0]])).toEqual([
      [-6_000n, 'Erstattung'],
      [-4_000n, 'Erstattung'],
    ]);
    expect((await read('39.00')).map(({ amountMinor, references }) => [amountMinor, references])).toEqual([
      [-10_000n, ['Erstattung', 'KEY-00000001', 'KEY-00000002', 'RUN-17']],
    ]);
  });

  it('lesson 45: matches in the currency of the statement: amounts in another are not taken for it', async () => {
    const details = camtDetail('KEY-00000001', '108.20', 'USD');
    const [line] = linesOf(await itemsOf(camtFile({ entries: [camtEntry({ amount: '100.00', details })] })));
    expect(line).toMatchObject({ amountMinor: -10_000n, currency: 'EUR' });
  });

  it('is refused when a line is missing in it, by how much', async () => {
    const entries = [camtEntry({ amount: '100.00' })];
    const problems = problemsOf(await itemsOf(camtFile({ opening: '1000.00', closing: '850.00', entries })));
    expect(problems).toMatchObject([{ code: 'FINANCE_STATEMENT_DOES_NOT_ADD_UP', facts: { difference: '-5000' } }]);
    const page = { number: 1, last: false };
    expect(problemsOf(await itemsOf(camtFile({ opening: '1000.00', closing: '850.00', page, entries })))).toEqual([]);
  });

  it.each([
    ['XML that breaks off', (text: string) => text.slice(0, 1_500)],
    ['XML that is not well-formed', (text: string) => text.replace('</Ntry>', '</Entry>')],
    ['entities of its own', (text: string) => text.replace('<Document', '<!DOCTYPE d [<!ENTITY a "aaaa">]><Document')],
    ['another document', () => '<html><body>Service unavailable</body></html>'],
  ])('is refused with its line for %s', async (_, spoil) => {
    const [first] = problemsOf(await itemsOf(spoil(file)));
    expect(first).toMatchObject({ code: 'FINANCE_STATEMENT_MALFORMED', line: expect.any(Number) as number });
  });

  it.each([
    ['Amt', (text: string) => text.replace('>100.00<', '>100,00<')],
    ['BookgDt', (text: string) => text.replace('<BookgDt><Dt>2026-03-02', '<BookgDt><Dt>2026-02-30')],
  ])('is refused for an unreadable %s', async (column, spoil) => {
    const [first] = problemsOf(await itemsOf(spoil(file)));
    expect(first).toMatchObject({ code: 'FINANCE_STATEMENT_VALUE_UNREADABLE', facts: { column } });
  });

  it('is refused for a document without any statement', async () => {
    const empty = file.replace(/<Stmt>[\s\S]*<\/Stmt>/, '');
    expect(problemsOf(await itemsOf(empty))).toEqual([{ code: 'FINANCE_STATEMENT_EMPTY' }]);
  });
});
