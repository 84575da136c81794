import { newId } from '@redress/kernel';
import { anAdoption, anImportRow } from '../../testing/builders';
import type { ImportRow } from './import-complaints.command';
import { decideImport, type ImportContext } from './import-complaints.decide';
import { importedNumber, isSource } from './import-row.rules';

const now = new Date('2026-11-20T02:00:00.000Z');
const decide = (rows: readonly ImportRow[], context: Partial<ImportContext> = {}) =>
  decideImport({ source: 'cfpb', rows }, { adoptions: [], now, taken: [], ids: rows.map(() => newId()), ...context });
const codeOf = (row: ImportRow, context: Partial<ImportContext> = {}) => {
  const [decision] = decide([row], context).decisions;
  return decision?.ok === false ? decision.refusals.map(({ code }) => code).join() : 'accepted';
};
const withoutHistory = (changes: Partial<ImportRow> = {}): ImportRow => {
  const { history: _, ...row } = anImportRow(changes);
  return row;
};

describe('import complaints', () => {
  it('keeps the number of the source', () => {
    expect(decide([anImportRow()]).accepted[0]?.number).toBe('CFPB-3571115');
  });

  it('takes history as it is, without a regulation and over any channel', () => {
    expect(codeOf(anImportRow({ channel: 'FAX' }))).toBe('accepted');
  });

  it('binds history to a regulation that was in force at its receipt', () => {
    const adoption = anAdoption({ effectiveFrom: new Date('2019-01-01T00:00:00.000Z') });
    expect(decide([anImportRow()], { adoptions: [adoption] }).accepted[0]?.adoption).toBe(adoption);
  });

  describe('when a row is a complaint of today', () => {
    const receivedAt = new Date('2026-11-19T02:00:00.000Z');

    it('needs a regulation in force', () => {
      expect(codeOf(withoutHistory({ receivedAt }))).toBe('INTAKE_NO_REGULATION_IN_FORCE');
      expect(codeOf(withoutHistory({ receivedAt }), { adoptions: [anAdoption()] })).toBe('accepted');
    });

    it('needs a channel that the regulation names', () => {
      const row = withoutHistory({ receivedAt, channel: 'FAX' });
      expect(codeOf(row, { adoptions: [anAdoption()] })).toBe('INTAKE_CHANNEL_NOT_ENABLED');
    });
  });

  it('leaves a row that is there already as it is', () => {
    const complaintId = newId();
    const taken = [{ number: 'CFPB-3571115', complaintId, external: { source: 'cfpb', id: '3571115' } }];
    const { decisions, accepted } = decide([anImportRow()], { taken });
    expect(decisions).toEqual([{ ok: true, value: { complaintId, created: false } }]);
    expect(accepted).toEqual([]);
  });

  it('refuses a row whose number belongs to a complaint that was not taken over', () => {
    const taken = [{ number: 'CFPB-3571115', complaintId: newId(), external: undefined }];
    expect(codeOf(anImportRow(), { taken })).toBe('INTAKE_NUMBER_TAKEN');
  });

  it('enters the first of two rows with one external id', () => {
    const { decisions, accepted } = decide([anImportRow(), anImportRow({ product: 'another' })]);
    expect(decisions.map((decision) => decision.ok && decision.value.created)).toEqual([true, false]);
    expect(accepted).toHaveLength(1);
  });

  it('refuses rows one by one, the others go on', () => {
    const { decisions, accepted } = decide([
      anImportRow({ externalId: 'a b' }),
      anImportRow(),
      anImportRow({ externalId: '2', category: '' }),
    ]);
    expect(decisions.map(({ ok }) => ok)).toEqual([false, true, false]);
    expect(accepted).toHaveLength(1);
  });

  const at = (iso: string) => new Date(iso);
  it.each([
    ['an external id with spaces', { externalId: 'a b' }, 'INTAKE_VALUE_MALFORMED'],
    ['a category without a name', { category: ' ' }, 'INTAKE_VALUE_MALFORMED'],
    ['a category with a long name', { category: 'x'.repeat(201) }, 'INTAKE_VALUE_TOO_LONG'],
    ['a receipt after now', { receivedAt: at('2027-01-01T00:00:00Z') }, 'INTAKE_RECEIVED_IN_FUTURE'],
    [
      'a closing before the receipt',
      { history: { closedAt: at('2020-03-17T00:00:00Z') } },
      'INTAKE_HISTORY_OUT_OF_ORDER',
    ],
    [
      'a reply after the closing',
      { history: { firstReplyAt: at('2020-03-21T00:00:00Z'), closedAt: at('2020-03-20T00:00:00Z') } },
      'INTAKE_HISTORY_OUT_OF_ORDER',
    ],
    ['a closing after now', { history: { closedAt: at('2027-01-01T00:00:00Z') } }, 'INTAKE_HISTORY_OUT_OF_ORDER'],
    ['a long outcome', { history: { outcome: 'x'.repeat(201) } }, 'INTAKE_VALUE_TOO_LONG'],
    ['a long text', { text: 'x'.repeat(30_001) }, 'INTAKE_VALUE_TOO_LONG'],
  ])('refuses %s', (_, changes, code) => {
    expect(codeOf(anImportRow(changes))).toContain(code);
  });
});

describe('the name of a source', () => {
  it.each(['cfpb', 'shop2', 'a1'])('may be %s', (source) => expect(isSource(source)).toBe(true));
  it.each(['', 'a', 'CFPB', '2shop', 'a-b', 'x'.repeat(21)])('may not be %s', (source) =>
    expect(isSource(source)).toBe(false),
  );

  it('never lets two sources write the same number', () => {
    expect(importedNumber('ab', 'C-1')).not.toBe(importedNumber('abc', '1'));
  });
});
