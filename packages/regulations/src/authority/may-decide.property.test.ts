import fc from 'fast-check';
import { money, type Role } from '@redress/kernel';
import { aRegulation, someSettings } from '../testing/builders';
import { mayDecide, whoMay, type DecisionRequest } from './may-decide';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

const regulation = aRegulation({
  authority: { rows: [], openValue: 'authority' },
  openValues: [{ key: 'authority', type: 'AUTHORITY', label: { zh: '权限', en: 'Authority' }, quote: null }],
});
const ROLES: readonly Role[] = ['agent', 'handler', 'supervisor', 'manager'];
const anAmount = fc.bigInt({ min: 1n, max: 2_000n });
const aMatrix = fc.uniqueArray(
  fc.record({
    holder: fc.constantFrom(...ROLES),
    currency: fc.constantFrom('CNY', 'USD'),
    maximumMinor: fc.option(anAmount.map(String)),
  }),
  { selector: ({ holder, currency }) => `${holder} ${currency}`, minLength: 1, maxLength: 8 },
);
const aRequest = fc.record({
  roles: fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1 }),
  amounts: fc.array(anAmount, { minLength: 1, maxLength: 4 }),
});
const ask = (roles: readonly Role[], amount: bigint, linked: readonly bigint[] = []): DecisionRequest => ({
  subject: 'li',
  roles,
  parties: [],
  proposedBy: 'wang',
  amounts: [money(amount, 'CNY')],
  linkedAmounts: linked.map((each) => money(each, 'CNY')),
  facts: {},
});

describe('mayDecide', () => {
  it('lets nobody get further by splitting a sum over linked cases', () => {
    fc.assert(
      fc.property(aMatrix, aRequest, (authority, { roles, amounts }) => {
        const settings = someSettings({ openValues: { authority } });
        const whole = amounts.reduce((sum, each) => sum + each, 0n);
        const inParts = amounts.every(
          (each, index) => mayDecide(regulation, settings, ask(roles, each, amounts.slice(0, index))).ok,
        );
        expect(inParts).toBe(mayDecide(regulation, settings, ask(roles, whole)).ok);
      }),
    );
  });

  it('allows less to whom it allows more, and no less to whoever holds more roles', () => {
    fc.assert(
      fc.property(aMatrix, aRequest, anAmount, fc.constantFrom(...ROLES), (authority, { roles }, amount, more) => {
        const settings = someSettings({ openValues: { authority } });
        if (!mayDecide(regulation, settings, ask(roles, amount)).ok) return;
        expect(mayDecide(regulation, settings, ask(roles, amount - 1n)).ok).toBe(true);
        expect(mayDecide(regulation, settings, ask([...new Set([...roles, more])], amount)).ok).toBe(true);
      }),
    );
  });

  it('allows exactly what whoMay tells of a single role', () => {
    fc.assert(
      fc.property(aMatrix, fc.constantFrom(...ROLES), anAmount, (authority, role, amount) => {
        const settings = someSettings({ openValues: { authority } });
        const holders = whoMay(regulation, settings, { amounts: [money(amount, 'CNY')], facts: {} });
        expect(holders.some(({ holder }) => holder === role)).toBe(
          mayDecide(regulation, settings, ask([role], amount)).ok,
        );
      }),
    );
  });
});
