import { textTerms } from '../../search/search-tokens';
import { comparedTerms } from './compared-terms';
import { compare, similarity, type ComparedComplaint } from './duplicate.rules';
import { fingerprint } from './fingerprint';
import { searchTokens } from '../../search/search-tokens';

const LEAK = '上个月在贵店买的电饭煲用了两天就坏了，底部漏水，要求全额退款并赔偿地板损失';
const SAME_LEAK = '上个月在贵店买的电饭煲，用了两天就坏了，底部漏水！要求全额退款，并赔偿地板的损失。';
const OTHER = '快递员态度恶劣，说好周五送到结果周一才到，打电话也没有人接听';
const ENGLISH = 'The kettle that I bought in your shop last month leaks after two days of use, I want my money back';
const SAME_ENGLISH = 'The kettle I bought in your shop last month leaks after two days of use! I want my money back.';

const aComplaint = (changes: Partial<ComparedComplaint> = {}): ComparedComplaint => ({
  id: 'one',
  customerId: 'wang',
  named: true,
  email: null,
  phone: null,
  categoryId: 'quality',
  product: null,
  orderNumber: null,
  orderLine: null,
  receivedAt: new Date('2026-11-20T02:00:00.000Z'),
  terms: textTerms([LEAK]),
  ...changes,
});
const another = (changes: Partial<ComparedComplaint> = {}) =>
  aComplaint({ id: 'other', customerId: 'li', terms: textTerms([OTHER]), ...changes });
const kinds = (one: ComparedComplaint, other: ComparedComplaint) =>
  compare(one, other)?.reasons.map(({ kind }) => kind);

describe('the fingerprint of a text', () => {
  const meet = (one: string, other: string) => {
    const bands = new Set(fingerprint(textTerms([one])).map((band) => band.toString('hex')));
    return fingerprint(textTerms([other])).some((band) => bands.has(band.toString('hex')));
  };

  it.each([
    ['Chinese', LEAK, SAME_LEAK],
    ['English', ENGLISH, SAME_ENGLISH],
  ])('has a band in common with that of nearly the same text in %s', (_, one, other) => {
    expect(meet(one, other)).toBe(true);
    expect(similarity(textTerms([one]), textTerms([other]))).toBeGreaterThan(0.7);
  });

  it('has none in common with that of another text', () => {
    expect(meet(LEAK, OTHER)).toBe(false);
    expect(meet(ENGLISH, OTHER)).toBe(false);
  });

  it('is none for a few words', () => expect(fingerprint(textTerms(['坏了']))).toEqual([]));

  it('stays the same for ever', () => {
    expect(fingerprint(textTerms([ENGLISH]))[0]?.toString('hex')).toMatchInlineSnapshot(`"f44d6bc1e7724a48"`);
  });

  it('does not rest on number and order number', () => {
    const tokens = (number: string) => searchTokens('acme', [LEAK, number, 'SO-1']);
    const terms = (number: string) => comparedTerms(tokens(number), { number, orderNumber: 'SO-1' });
    expect([...terms('TS202611-00001')]).toEqual([...terms('TS202611-00002')]);
    expect([...terms('TS202611-00001')]).toEqual([...textTerms([LEAK])]);
  });
});

describe('two complaints', () => {
  it.each([
    ['of the same order line', { orderNumber: 'SO-1', orderLine: 2 }, ['SAME_ORDER_LINE']],
    ['of nearly the same text', { terms: textTerms([SAME_LEAK]) }, ['SIMILAR_TEXT']],
    [
      'of one customer about one product',
      { customerId: 'wang', product: 'X1' },
      ['SAME_CUSTOMER', 'SAME_PRODUCT_AND_CATEGORY'],
    ],
    ['of one e-mail and order', { email: 'e', orderNumber: 'SO-1', orderLine: 3 }, ['SAME_EMAIL', 'SAME_ORDER']],
    ['of one telephone and product', { phone: 'p', product: 'X1' }, ['SAME_PHONE', 'SAME_PRODUCT_AND_CATEGORY']],
  ])('%s may be one, with reasons', (_, changes, expected) => {
    const one = aComplaint({ email: 'e', phone: 'p', product: 'X1', orderNumber: 'SO-1', orderLine: 2 });
    expect(kinds(one, another(changes))).toEqual(expected);
  });

  it.each([
    ['of one customer about two things', { customerId: 'wang' }],
    ['of one product by two people', { product: 'X1' }],
    ['that lie four months apart', { terms: textTerms([LEAK]), receivedAt: new Date('2026-07-01T00:00:00.000Z') }],
    ['of nobody in particular', { customerId: 'wang', named: false, product: 'X1' }],
  ])('%s are two', (_, changes) => {
    expect(compare(aComplaint({ product: 'X1', named: !('named' in changes) }), another(changes))).toBeUndefined();
  });

  it('are the surer to be one the more speaks for it, and never wholly', () => {
    const text = compare(aComplaint(), another({ terms: textTerms([LEAK]) }))?.score ?? 0;
    const both = compare(aComplaint(), another({ terms: textTerms([LEAK]), customerId: 'wang' }))?.score ?? 0;
    expect(text).toBeGreaterThan(0.5);
    expect(both).toBeGreaterThan(text);
    expect(both).toBeLessThan(1);
  });
});
