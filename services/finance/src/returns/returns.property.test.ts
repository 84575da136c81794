import { money } from '@redress/kernel';
import fc from 'fast-check';
import { formatQuantity } from '../ceiling/model/quantity.model';
import { aSettlement } from '../settlement/model/settlement.builder';
import { sumOfParts, type SettlementPart } from '../settlement/model/settlement-part.model';
import { NOTHING_INSPECTED } from './model/disposition.model';
import { linePosting } from './model/line-reconciliation.model';
import { entitlementOf, postedParts } from './model/posted-parts.model';
import type { ReturnAuthorisation } from './model/return-authorisation.model';
import { actualOf, openOf, type ReturnLine } from './model/return-line.model';
import { DEFAULT_POLICY, WHOLE_SHARE } from './model/return-policy.model';
import { unallocatedOf, type ReceiptLine } from './model/warehouse-receipt.model';
import { takeInGoods } from './take-in-goods/take-in-goods.decide';

const SEED = 20_261_102;

function aLine(changes: Partial<ReturnLine> = {}): ReturnLine {
  return {
    ...{ id: 'line-1', authorisationId: 'return-1', line: 1, instrument: 'RETURN', orderNumber: 'O-1', lineNumber: 1 },
    ...{ quantityNamed: true, authorised: 10_000_000n, received: 0n, setAside: 0n, inspected: NOTHING_INSPECTED },
    ...{ complete: false, entitled: money(10_000n, 'CNY') },
    ...changes,
  };
}

function aReturn(number: string, lines: readonly ReturnLine[]): ReturnAuthorisation {
  const at = new Date(0);
  return {
    ...{ id: number, number, settlementId: 's', caseId: 'c', customerId: 'u', state: 'AUTHORISED', owner: 'o' },
    ...{ dueAt: at, createdAt: at, version: 1, lines },
  };
}

function goods(changes: Partial<ReceiptLine>): ReceiptLine {
  const nothing = { allocated: 0n, corrected: 0n, setAside: 0n, damaged: false, complete: false };
  return { receiptLineId: 'g', line: 1, quantity: 1n, ...nothing, ...changes };
}

/** Two returns of three order lines. */
const returns = [
  aReturn('R1', [
    aLine({ id: 'a', lineNumber: 1, authorised: 5n, product: 'P-1' }),
    aLine({ id: 'b', lineNumber: 2, authorised: 7n, product: 'P-2' }),
  ]),
  aReturn('R2', [aLine({ id: 'c', authorisationId: 'return-2', orderNumber: 'O-2', authorised: 3n, product: 'P-1' })]),
];

/** Takes receipts in one after the other. */
function takeIn(receipts: readonly (readonly ReceiptLine[])[]) {
  let authorisations: readonly ReturnAuthorisation[] = returns;
  const seen: ReceiptLine[] = [];
  let counted = 0n;
  for (const receipt of receipts) {
    const taken = takeInGoods(receipt, authorisations);
    authorisations = taken.authorisations;
    seen.push(...taken.lines);
    counted += taken.allocations.reduce((sum, { quantity }) => sum + quantity, 0n);
  }
  return { lines: authorisations.flatMap(({ lines }) => lines), goods: seen, counted };
}

const named = fc.constantFrom<Partial<ReceiptLine>>(
  { orderNumber: 'O-1', lineNumber: 1 },
  { orderNumber: 'O-1', lineNumber: 2 },
  { orderNumber: 'O-2', lineNumber: 1 },
  { returnNumber: 'R2' },
  { returnNumber: 'R1', product: 'P-2' },
  { product: 'P-1' },
  { returnNumber: 'R9' },
);
const someGoods = fc.record({ named, quantity: fc.bigInt(1n, 6n), cut: fc.nat() });

describe('goods taken in', () => {
  it('leave each line with the same, however they are split into receipts and in whatever order', () => {
    fc.assert(
      fc.property(fc.array(someGoods, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (all, order) => {
        const whole = takeIn([
          all.map(({ named: names, quantity }, index) => goods({ ...names, quantity, receiptLineId: String(index) })),
        ]);
        const pieces = all.flatMap(({ named: names, quantity, cut }) => {
          const first = BigInt(cut) % quantity;
          return [first, quantity - first]
            .filter((each) => each > 0n)
            .map((each) => goods({ ...names, quantity: each }));
        });
        const shuffled = pieces
          .map((piece) => ({ piece, place: order.next().value as number }))
          .sort((one, other) => one.place - other.place)
          .map(({ piece }) => [piece]);
        const apart = takeIn(shuffled);
        const received = ({ lines }: typeof whole) => lines.map((line) => [line.id, line.received, openOf(line)]);
        expect(received(apart)).toEqual(received(whole));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('count the same in whatever order a receipt names them, however closely it does', () => {
    const closely = fc.oneof(named, fc.constant<Partial<ReceiptLine>>({ returnNumber: 'R1' }));
    const some = fc.record({ named: closely, quantity: fc.bigInt(1n, 6n), place: fc.nat() });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (all) => {
        const lines = all.map(({ named: names, quantity, place }, index) => ({
          ...{ place, line: goods({ ...names, quantity, receiptLineId: `g${String(index)}` }) },
        }));
        const shuffled = [...lines].sort((one, other) => one.place - other.place);
        const received = (of: typeof lines) => takeIn([of.map(({ line }) => line)]).lines.map((line) => line.received);
        expect(received(shuffled)).toEqual(received(lines));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('are neither lost nor made: what came is counted or unallocated', () => {
    fc.assert(
      fc.property(fc.array(someGoods, { maxLength: 12 }), (all) => {
        const {
          lines,
          goods: seen,
          counted,
        } = takeIn(all.map(({ named: names, quantity }) => [goods({ ...names, quantity })]));
        const came = all.reduce((sum, { quantity }) => sum + quantity, 0n);
        const without = seen.reduce((sum, line) => sum + unallocatedOf(line), 0n);
        expect(counted + without).toBe(came);
        expect(lines.reduce((sum, { received }) => sum + received, 0n)).toBe(counted);
        for (const line of lines) {
          expect(openOf(line) - (line.authorised - actualOf(line))).toBe(
            actualOf(line) > line.authorised ? actualOf(line) - line.authorised : 0n,
          );
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

const millionths = (most: bigint) => fc.bigInt(1n, most * 1_000_000n);

describe('what is posted', () => {
  const part = (number: number, minor: bigint, charge?: string): SettlementPart => ({
    ...{ part: number, instrument: 'RETURN', amount: money(minor, 'CNY'), payee: 'customer', draws: [] },
    subject: { orderNumber: 'O-1', lineNumber: 1, ...(charge === undefined ? {} : { charge }) },
    ...(charge === undefined ? { quantity: '10' } : {}),
  });

  it('is the entitlement to the minor unit, over a line and its charges together, and no part is negative', () => {
    fc.assert(
      fc.property(
        fc.bigInt(1n, 10n ** 9n),
        fc.array(fc.bigInt(1n, 10n ** 6n), { maxLength: 4 }),
        millionths(10n),
        (minor, charges, received) => {
          const parts = [part(1, minor), ...charges.map((each, index) => part(index + 2, each, `C${String(index)}`))];
          const entitled = sumOfParts(parts);
          const line = aLine({ received, entitled });
          const posting = linePosting(line, 'LESS', { ...DEFAULT_POLICY, inspectionRequired: false });
          const after = postedParts(aSettlement({ parts }).parts, [{ line, posting }]);
          const exact = (2n * entitled.amountMinor * received + line.authorised) / (2n * line.authorised);
          expect(entitlementOf({ line, posting }).amountMinor).toBe(exact);
          expect(after.reduce((sum, { amount }) => sum + amount.amountMinor, 0n)).toBe(exact);
          expect(after.every(({ amount }) => amount.amountMinor > 0n)).toBe(true);
          const [first] = after;
          const own = after.find(({ subject }) => subject?.charge === undefined);
          if (first !== undefined && own !== undefined) expect(own.quantity).toBe(formatQuantity(received));
        },
      ),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('grows with what comes, and is all of it for what was authorised', () => {
    fc.assert(
      fc.property(millionths(10n), millionths(10n), fc.bigInt(1n, 10n ** 9n), (one, other, minor) => {
        const entitled = money(minor, 'CNY');
        const given = (received: bigint) => {
          const line = aLine({ received, entitled });
          return entitlementOf({ line, posting: linePosting(line, 'LESS', DEFAULT_POLICY) }).amountMinor;
        };
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(given(less)).toBeLessThanOrEqual(given(more));
        expect(given(10_000_000n)).toBe(minor);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('is weighed by what becomes of the goods; what is set aside is taken from what is worth least', () => {
    const shares = { RESALE: WHOLE_SHARE, REPAIR: 5_000, SCRAP: 2_500, BACK_TO_CUSTOMER: 0 };
    const inspected = { RESALE: 4_000_000n, REPAIR: 2_000_000n, SCRAP: 2_000_000n, BACK_TO_CUSTOMER: 2_000_000n };
    const line = aLine({ received: 10_000_000n, inspected });
    const given = (setAside: bigint) => {
      const less = { ...line, setAside };
      return entitlementOf({ line: less, posting: linePosting(less, 'EQUAL', { ...DEFAULT_POLICY, shares }) });
    };
    expect(given(0n).amountMinor).toBe(5_500n);
    expect(given(2_000_000n).amountMinor).toBe(5_500n);
    expect(given(3_000_000n).amountMinor).toBe(5_250n);
  });
});
