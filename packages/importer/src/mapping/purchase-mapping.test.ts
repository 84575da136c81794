import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePurchaseMapping, readPurchaseMapping, shippedMappings } from './mapping-file';
import { purchaseMappingJsonSchema } from './mapping-json-schema';
import { readPurchaseRow } from './purchase-line';

const PACKAGE = join(__dirname, '..', '..');

const mapping = parsePurchaseMapping(
  JSON.stringify({
    description: 'everything that a mapping of orders can say',
    timeZone: 'Europe/Berlin',
    delimiter: ';',
    decimalMark: ',',
    skip: [{ column: 'Art', is: ['Storno'] }],
    order: {
      number: { column: 'Auftrag' },
      customer: { column: 'Kunde' },
      placedAt: { column: 'Datum', format: 'dd.MM.yyyy HH:mm' },
      currency: { column: 'Währung' },
      department: { column: 'Filiale' },
      charges: [{ kind: 'SHIPPING', code: 'SHIPPING', paid: { column: 'Versand' } }],
      exchangeRate: {
        baseCurrency: { is: 'EUR' },
        rate: { column: 'Kurs' },
        on: { column: 'Kurstag', format: 'dd.MM.yyyy' },
      },
    },
    line: {
      number: { column: 'Position' },
      description: { column: 'Text' },
      product: { column: 'Artikel' },
      quantity: { column: 'Menge' },
      unitPrice: { column: 'Preis' },
      discount: { column: 'Rabatt' },
      charges: [{ kind: 'TAX', code: 'VAT', paid: { column: 'MwSt' }, rate: { column: 'Satz' } }],
    },
    payment: {
      provider: { is: 'card' },
      reference: { column: 'Zahlung' },
      amount: { column: 'Betrag' },
      complete: true,
    },
  }),
  'a test',
);

const row = {
  ...{ Art: 'Kauf', Auftrag: 'A-1', Kunde: 'k-7', Datum: '05.01.2026 09:00', Währung: 'CNY', Filiale: 'Nord' },
  ...{ Versand: '9,00', Kurs: '0,1275', Kurstag: '05.01.2026', Position: '3', Text: 'Kessel', Artikel: 'KT-1' },
  ...{ Menge: '1,5', Preis: '10,10', Rabatt: '0,15', MwSt: '1,95', Satz: '13', Zahlung: 'ch_1', Betrag: '25,95' },
};
const cny = (amount: string) => ({ amount, currency: 'CNY' });

describe('mapping of orders', () => {
  it('reads everything that it names, numbers in the way of the file, dates in its zone', () => {
    expect(readPurchaseRow(mapping, row)).toEqual({
      orderNumber: 'A-1',
      head: {
        placedAt: '2026-01-05T08:00:00.000Z',
        currency: 'CNY',
        customerExternalRef: 'k-7',
        department: 'Nord',
        charges: [{ kind: 'SHIPPING', code: 'SHIPPING', paid: cny('9') }],
        exchangeRate: { baseCurrency: 'EUR', rate: '0.1275', on: '2026-01-05' },
      },
      line: {
        ...{ lineNumber: 3, description: 'Kessel', product: 'KT-1', quantity: '1.5', unitPrice: '10.1' },
        paid: cny('15'),
        discount: cny('0.15'),
        charges: [{ kind: 'TAX', code: 'VAT', paid: cny('1.95'), rate: '13' }],
      },
      payment: { provider: 'card', reference: 'ch_1', amount: cny('25.95') },
    });
  });

  it('leaves out what is no purchase, and what is empty', () => {
    expect(readPurchaseRow(mapping, { ...row, Art: 'Storno', Menge: 'x' })).toEqual({ skipped: true });
    const bare = {
      ...row,
      Kunde: '',
      Filiale: '',
      Versand: '',
      Kurs: '',
      Rabatt: '',
      MwSt: '0,00',
      Zahlung: '',
      Artikel: '',
    };
    expect(readPurchaseRow(mapping, bare)).toEqual({
      orderNumber: 'A-1',
      head: { placedAt: '2026-01-05T08:00:00.000Z', currency: 'CNY' },
      line: { lineNumber: 3, description: 'Kessel', quantity: '1.5', unitPrice: '10.1', paid: cny('15.15') },
    });
  });

  it.each([
    [{ Menge: '-1' }, [{ column: 'Menge', reason: 'is not a plain number of zero or more' }]],
    [{ Menge: '1.5' }, [{ column: 'Menge', reason: 'is not a plain number of zero or more' }]],
    [{ Preis: '' }, [{ column: 'Preis', reason: 'is empty' }]],
    [{ Rabatt: '99,00' }, [{ column: 'Preis', reason: 'is less than the discount' }]],
    [{ Datum: '2026-01-05' }, [{ column: 'Datum', reason: 'is not a date like dd.MM.yyyy HH:mm' }]],
    [
      { Auftrag: ' ', Text: '' },
      [
        { column: 'Auftrag', reason: 'is empty' },
        { column: 'Text', reason: 'is empty' },
      ],
    ],
  ])('says what is wrong with %p', (changes, bad) => {
    expect(readPurchaseRow(mapping, { ...row, ...changes })).toMatchObject({ bad });
  });

  it('is described by the schema that is committed, and those that ship are well-formed', async () => {
    expect(await readFile(join(PACKAGE, 'purchase-mapping.schema.json'), 'utf8')).toBe(purchaseMappingJsonSchema());
    const names = await shippedMappings(join(PACKAGE, 'mappings', 'purchases'));
    expect(names).toContain('online-retail');
    for (const name of names) expect((await readPurchaseMapping(name)).description.length).toBeGreaterThan(10);
  });
});
