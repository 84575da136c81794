import { textTerms } from '../../search/search-tokens';
import { namedAxes, suggestValues } from './suggest-values';
import { learn, type Example } from './text-model';

const CATEGORIES = [
  { code: 'product-quality', label: { zh: '产品质量', en: 'Product quality' } },
  { code: 'service-attitude', label: { zh: '服务态度', en: 'Service attitude' } },
  { code: 'delivery-delay', label: { zh: '交货延误', en: 'Delivery delay' } },
];
const AXES = namedAxes([{ axis: 'category', values: CATEGORIES }], [], new Set());
const suggest = (text: string, examples: readonly Example[] = []) =>
  suggestValues(AXES, new Map([['category', learn(examples)]]), textTerms([text]))[0];
const example = (value: string, text: string): Example => ({ value, terms: textTerms([text]) });

const CORRECTED = [
  example('product-quality', '电饭煲用了两天就坏了，漏水'),
  example('product-quality', '水壶漏水，屏幕坏了'),
  example('product-quality', 'the kettle leaks and the handle broke'),
  example('delivery-delay', '快递一直没有到，等了两周'),
  example('delivery-delay', '说好昨天到货，快递还没有发出'),
  example('delivery-delay', 'the parcel never arrived, still waiting'),
  example('service-attitude', '店员骂人，态度恶劣'),
  example('service-attitude', 'the clerk was rude and shouted'),
];

describe('what a text speaks for', () => {
  it.each([
    ['the Chinese name of a category', '你们的产品质量太差了', 'product-quality'],
    ['the English name of a category', 'A delay of the delivery by two weeks', 'delivery-delay'],
  ])('is known from %s before anything was learned', (_, text, value) => {
    expect(suggest(text)).toMatchObject({ axis: 'category', value, by: 'TEXT', confident: true });
  });

  it.each([
    ['新买的水壶漏水了', 'product-quality', '漏水'],
    ['快递还没有到', 'delivery-delay', '快递'],
    ['my parcel has not arrived', 'delivery-delay', 'parcel'],
    ['a rude clerk shouted at my wife', 'service-attitude', 'clerk'],
  ])('%s is learned from corrected complaints, with the words that tell', (text, value, word) => {
    expect(suggest(text)?.value).not.toBe(value);
    const suggestion = suggest(text, CORRECTED);
    expect(suggestion).toMatchObject({ value, confident: true });
    expect(suggestion?.because).toContain(word);
  });

  it('is nothing where no word tells anything', () => {
    expect(suggest('xyz 12345')).toBeUndefined();
    expect(suggest('xyz 12345', CORRECTED)).toBeUndefined();
  });

  it('is not sure where two values are spoken for alike', () => {
    expect(suggest('产品质量 服务态度')?.confident ?? false).toBe(false);
  });

  it('does not learn from a single example', () => {
    expect(suggest('快递还没有到', [example('delivery-delay', '快递还没有到')])).toBeUndefined();
  });

  it.each([
    ['这件事很紧急，请马上处理', 'urgent'],
    ['This is urgent', 'urgent'],
    ['你们的产品质量太差了', undefined],
  ])('%s has the one value of an axis, or none', (text, value) => {
    const urgency = { axis: 'urgency', values: [{ code: 'urgent', label: { zh: '紧急', en: 'Urgent' } }] };
    const axes = namedAxes([urgency], [], new Set());
    expect(suggestValues(axes, new Map(), textTerms([text]))[0]?.value).toBe(value);
  });

  it('does not suggest where there is no choice', () => {
    const one = namedAxes([{ axis: 'category', values: CATEGORIES.slice(0, 1) }], [], new Set());
    expect(suggestValues(one, new Map(), textTerms(['产品质量']))).toEqual([]);
  });
});

describe('the categories that are suggested', () => {
  const own = { code: 'own', label: { zh: '自定', en: 'Own' } };

  it('are those of the regulation and those that people gave', () => {
    const codes = (given: string[]) =>
      namedAxes([{ axis: 'category', values: CATEGORIES }], [own, ...CATEGORIES], new Set(given))[0]?.values.map(
        ({ code }) => code,
      );
    expect(codes([])).toEqual(['product-quality', 'service-attitude', 'delivery-delay']);
    expect(codes(['own'])).toEqual(['product-quality', 'service-attitude', 'delivery-delay', 'own']);
  });

  it('are all of the organisation where the regulation lists none', () => {
    expect(namedAxes([], [own], new Set())[0]?.values).toEqual([{ code: 'own', names: ['自定', 'Own'] }]);
  });
});
