import { money } from '@redress/kernel';
import type { SettlementPart } from '../../settlement/model/settlement-part.model';
import type { OtherSettlement } from './granted.model';
import { isSettledElsewhere } from './same-harm.rules';

const part = (changes: Partial<SettlementPart> = {}): SettlementPart => ({
  ...{ part: 1, instrument: 'REFUND', amount: money(100n, 'CNY'), payee: 'c', draws: [] },
  subject: { orderNumber: 'O-1', lineNumber: 1 },
  ...changes,
});
const other = (parts: readonly SettlementPart[], changes: Partial<OtherSettlement> = {}): OtherSettlement => ({
  ...{ id: 'x', number: 'S2026-000001', caseId: 'case-2', resolutionId: 'r', isGranted: true },
  ...{ amount: money(100n, 'CNY'), parts },
  ...changes,
});
const asked = (...parts: readonly SettlementPart[]) => ({ caseId: 'case-1', parts });

describe('the same given twice for one harm', () => {
  it('is refused, with the settlement that gave it', () => {
    expect(isSettledElsewhere(asked(part()), [other([part({ part: 3 })])])).toEqual({
      code: 'FINANCE_SAME_HARM_SETTLED',
      path: ['input', 'settlementId'],
      facts: { number: 'S2026-000001' },
    });
  });

  it('is found in any part, and for what is given apart from any order', () => {
    const goodwill = part({ instrument: 'GOODWILL' });
    const { subject: _, ...apart } = goodwill;
    expect(isSettledElsewhere(asked(part(), apart), [other([apart])])).toBeDefined();
    expect(isSettledElsewhere(asked(goodwill), [other([apart])])).toBeUndefined();
  });

  it.each<[string, OtherSettlement]>([
    ['another instrument', other([part({ instrument: 'ALLOWANCE' })])],
    ['another line', other([part({ subject: { orderNumber: 'O-1', lineNumber: 2 } })])],
    ['a charge of the line', other([part({ subject: { orderNumber: 'O-1', lineNumber: 1, charge: 'VAT' } })])],
    ['the case itself', other([part()], { caseId: 'case-1' })],
    ['what was only promised', other([part()], { isGranted: false })],
  ])('is not %s', (_, settlement) => {
    expect(isSettledElsewhere(asked(part()), [settlement])).toBeUndefined();
  });
});
