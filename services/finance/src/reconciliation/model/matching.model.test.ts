import fc from 'fast-check';
import { DEFAULT_RULES, type MatchingRule } from './matching-rule.model';
import {
  leftBy,
  namesSought,
  paidBy,
  proposeMatches,
  type OpenLine,
  type OpenPayment,
  type Proposal,
} from './matching.model';

const line = (id: string, minor: number, references: readonly string[], bookedOn = '2026-03-02'): OpenLine => ({
  id,
  bookedOn,
  amountMinor: BigInt(minor),
  references,
});
const payment = (id: string, minor: number, paidOn = '2026-03-01'): OpenPayment => ({
  ...{ id, provider: 'simulator', paidOn, amountMinor: BigInt(minor) },
  names: [`key-${id}`, `pay-${id}`, `S2026-${id}`],
});
const rule = (changes: Partial<MatchingRule> = {}): MatchingRule => ({
  ...{ name: 'r', kind: 'ONE_TO_ONE', basis: 'REFERENCE', toleranceMinor: 0n, days: 10, differenceTo: 'PAYMENT_FEES' },
  ...changes,
});
const pairs = (proposals: readonly Proposal[]) =>
  proposals.map(({ lines, payments }) => [lines.map(({ id }) => id).join('+'), payments.map(({ id }) => id).join('+')]);

/** Tries the default rules one after the other, as a run does. */
function reconcile(lines: readonly OpenLine[], payments: readonly OpenPayment[]) {
  let [openLines, openPayments] = [[...lines], [...payments]];
  const found: Proposal[] = [];
  for (const each of DEFAULT_RULES) {
    const proposals = proposeMatches(each, openLines, openPayments);
    found.push(...proposals);
    const [l, p] = [proposals.flatMap((x) => x.lines), proposals.flatMap((x) => x.payments)];
    openLines = openLines.filter((x) => !l.includes(x));
    openPayments = openPayments.filter((x) => !p.includes(x));
  }
  return { found, openLines, openPayments };
}

describe('matching by reference', () => {
  it('finds a payment by its key, by the provider’s reference, and by the settlement’s number', () => {
    const payments = [payment('a', 100), payment('b', 200), payment('c', 300)];
    const lines = [line('1', -300, ['S2026-c']), line('2', -100, ['key-a']), line('3', -200, ['x', 'pay-b'])];
    expect(pairs(proposeMatches(rule(), lines, payments))).toEqual([
      ['1', 'c'],
      ['2', 'a'],
      ['3', 'b'],
    ]);
  });

  it('knows a key without dashes and in capitals', () => {
    const key = '019abcde-0123-7abc-8def-0123456789ab';
    const bare = key.replaceAll('-', '').toUpperCase();
    expect(namesSought([bare, `${bare}002`, `${key}:2`, 'S2026-1'])).toEqual([key, `${key}:2`, `${key}:2`, 'S2026-1']);
  });

  it('leaves open what differs in amount, lies too far away, or came instead of going', () => {
    const payments = [payment('a', 100)];
    for (const open of [
      line('1', -101, ['key-a']),
      line('1', -100, ['key-a'], '2026-04-02'),
      line('1', 100, ['key-a']),
    ]) {
      expect(proposeMatches(rule(), [open], payments)).toEqual([]);
    }
  });

  it('never lets a tolerance take a payment away from the line that shows it exactly', () => {
    const lines = [line('1', -102, ['key-a']), line('2', -100, ['key-a'])];
    expect(pairs(proposeMatches(rule({ toleranceMinor: 5n }), lines, [payment('a', 100)]))).toEqual([['2', 'a']]);
  });

  it('matches one line with all payments that it names, or with none', () => {
    const many = rule({ kind: 'ONE_TO_MANY' });
    const payments = [payment('a', 100), payment('b', 50), payment('c', 7)];
    expect(pairs(proposeMatches(many, [line('1', -150, ['key-a', 'key-b'])], payments))).toEqual([['1', 'a+b']]);
    expect(proposeMatches(many, [line('1', -150, ['key-a', 'key-b', 'key-c'])], payments)).toEqual([]);
  });

  it('matches several lines with the payment that they all name', () => {
    const many = rule({ kind: 'MANY_TO_ONE' });
    const lines = [line('1', -60, ['key-a']), line('2', -40, ['key-a']), line('3', -1, ['key-b'])];
    expect(pairs(proposeMatches(many, lines, [payment('a', 100), payment('b', 2)]))).toEqual([['1+2', 'a']]);
  });
});

describe('matching by amount alone', () => {
  const byAmount = rule({ basis: 'AMOUNT', days: 3 });

  it('is certain only where exactly one line and one payment can mean each other', () => {
    expect(pairs(proposeMatches(byAmount, [line('1', -100, [])], [payment('a', 100), payment('b', 99)]))).toEqual([
      ['1', 'a'],
    ]);
    expect(proposeMatches(byAmount, [line('1', -100, [])], [payment('a', 100), payment('b', 100)])).toEqual([]);
    expect(proposeMatches(byAmount, [line('1', -100, []), line('2', -100, [])], [payment('a', 100)])).toEqual([]);
    expect(
      pairs(proposeMatches(byAmount, [line('1', -100, []), line('2', -100, [], '2026-05-01')], [payment('a', 100)])),
    ).toEqual([['1', 'a']]);
  });
});

describe('seeded errors in a statement', () => {
  const ERRORS = ['none', 'none', 'none', 'missing', 'doubled', 'wrong amount', 'other currency'] as const;
  const seeded = fc.tuple(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(...ERRORS)), { minLength: 1, maxLength: 25 }),
    fc.integer({ min: 0, max: 3 }),
    fc.infiniteStream(fc.nat()),
  );

  it('are all found, and none is invented', () => {
    fc.assert(
      fc.property(seeded, ([cases, foreign, random]) => {
        const payments = cases.map(([minor], index) => payment(String(index).padStart(4, '0'), minor * 100));
        const lines: OpenLine[] = [];
        const expectedLines: string[] = [];
        const expectedPayments: string[] = [];
        cases.forEach(([minor, error], index) => {
          const id = String(index).padStart(4, '0');
          const own = line(`l${id}`, -minor * 100, [`key-${id}`]);
          // A line in another currency is refused with its file: the payment stays without one.
          if (error === 'missing' || error === 'other currency') expectedPayments.push(id);
          else if (error === 'wrong amount') {
            lines.push({ ...own, amountMinor: own.amountMinor - 1n });
            expectedLines.push(own.id);
            expectedPayments.push(id);
          } else {
            lines.push(own);
            if (error !== 'doubled') return;
            lines.push({ ...own, id: `${own.id}-again` });
            expectedLines.push(own.id);
          }
        });
        for (let index = 0; index < foreign; index += 1) {
          lines.push(line(`f${index}`, -(1 + ((random.next().value as number) % 9)) * 100, [`other-${index}`]));
          expectedLines.push(`f${index}`);
        }
        const shuffled = lines
          .map((each) => ({ each, at: random.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each);
        const { found, openLines, openPayments } = reconcile(shuffled, payments);
        expect(openLines.map(({ id }) => id.replace('-again', '')).sort()).toEqual(expectedLines.sort());
        expect(openPayments.map(({ id }) => id).sort()).toEqual(expectedPayments.sort());
        for (const { lines: matched, payments: paid } of found) {
          expect(leftBy(matched)).toBe(paidBy(paid));
          expect(matched.map(({ id }) => id.slice(1, 5))).toEqual(paid.map(({ id }) => id));
        }
      }),
      { numRuns: 200, seed: 45 },
    );
  });
});
