import { findRegulation } from '@redress/regulations';
import type { Instrument, SettlementPart } from '../../settlement/model/settlement-part.model';
import { approversOf, isCredited, papersBeforeDecision } from './settlement-papers.policy';

const MANUFACTURER = findRegulation('manufacturer-yymmcc', 1);
const INSURER = findRegulation('insurer-consultation', 1);

const of = (...instruments: Instrument[]): { parts: readonly SettlementPart[] } => ({
  parts: instruments.map((instrument, index) => ({
    ...{ part: index + 1, instrument, payee: 'c', draws: [] },
    amount: { amountMinor: 100n, currency: 'CNY' },
  })),
});

describe('the papers before the decision', () => {
  it.each<[string, Instrument[], string[]]>([
    ['an allowance', ['ALLOWANCE'], ['SALES_ALLOWANCE_CERTIFICATE']],
    ['compensation', ['COMPENSATION'], ['SALES_ALLOWANCE_CERTIFICATE']],
    ['a return', ['RETURN'], ['SALES_RETURN_CERTIFICATE', 'RETURN_SLIP']],
    ['both', ['RETURN', 'ALLOWANCE'], ['SALES_ALLOWANCE_CERTIFICATE', 'SALES_RETURN_CERTIFICATE', 'RETURN_SLIP']],
    ['what the text does not name', ['GOODWILL'], []],
  ])('under the manufacturer’s regulation, for %s', (_, instruments, papers) => {
    expect(papersBeforeDecision(of(...instruments), MANUFACTURER)).toEqual(papers);
  });

  it.each<Instrument>(['AGREEMENT_SURRENDER', 'COMPENSATION', 'REFUND'])(
    'under the insurer’s regulation are the approval sheet for %s, signed by those whom the text names',
    (instrument) => {
      expect(papersBeforeDecision(of(instrument), INSURER)).toEqual(['APPROVAL_SHEET']);
      expect(approversOf(of(instrument), INSURER)).toEqual(['gm-office', 'department-head']);
    },
  );

  it('are none under no regulation', () => {
    expect(papersBeforeDecision(of('RETURN'), undefined)).toEqual([]);
  });
});

describe('a credit note', () => {
  it.each<[Instrument, boolean]>([
    ['REFUND', true],
    ['ALLOWANCE', true],
    ['COMPENSATION', false],
    ['GOODWILL', false],
  ])('for %s: %s', (instrument, credited) => {
    expect(isCredited(of(instrument))).toBe(credited);
  });
});
