import { searchExpression, searchTokens } from './search-tokens';

const PREFIX = /^\+?t[0-9a-f]{8}/;
const tokens = (...texts: (string | null)[]) =>
  searchTokens('acme', texts)
    .split(' ')
    .filter((token) => token !== '')
    .map((token) => token.replace(PREFIX, ''));
const terms = (query: string) =>
  searchExpression('acme', query)
    ?.split(' ')
    .map((term) => term.replace(PREFIX, ''));

/** What the database does in boolean mode when every term is mandatory. */
const finds = (text: string, query: string): boolean => {
  const indexed = tokens(text);
  return (terms(query) ?? []).every((term) =>
    term.endsWith('*') ? indexed.some((token) => token.startsWith(term.slice(0, -1))) : indexed.includes(term),
  );
};

describe('search tokens', () => {
  it('are ASCII words that the database neither splits nor drops as too short or too frequent', () => {
    const all = searchTokens('acme', ['A TV was not 修好, naïve Žižek «привет» ' + 'x'.repeat(500)]).split(' ');
    expect(all.every((token) => /^[a-z0-9]{4,84}$/.test(token))).toBe(true);
  });

  it('hold each word once, over all texts', () => {
    expect(tokens('refund Refund', 'REFUND', null)).toEqual(['wrefund']);
  });

  it('differ between tenants', () => {
    expect(searchTokens('acme', ['refund'])).not.toBe(searchTokens('other', ['refund']));
  });

  it('stay bounded for a text of many different words', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `word${index}`).join(' ');
    expect(tokens(text).length).toBeLessThanOrEqual(6_001);
  });
});

describe('search', () => {
  it.each([
    ['finds a Chinese word inside a sentence', '我要求退款并道歉', '退款', true],
    ['finds a longer Chinese phrase', '我要求退款并道歉', '要求退款', true],
    ['finds a single ideograph, the last one too', '我要求退款', '款', true],
    ['does not find ideographs in another order', '我要求退款', '款退', false],
    ['finds an English word in any case', 'The Refund never came', 'refund', true],
    ['wants every word of the query', 'The refund never came', 'refund late', false],
    ['finds the beginning of a word when told to', 'The refunds never came', 'refund*', true],
    ['takes a word whole when not told to', 'The refunds never came', 'refund', false],
    ['reads full-width letters as plain ones', '型号ABC１２３', 'abc123', true],
    ['separates Latin from Chinese', '我的iPhone坏了', 'iphone', true],
    ['ignores accents', 'café', 'CAFE', true],
    ['finds words of other scripts', 'верните деньги', 'Деньги', true],
    ['finds parts of a number', '202611-000123', '000123', true],
    ['finds Japanese and Korean', '返金してください 환불', '환불', true],
  ])('%s', (_, text, query, expected) => {
    expect(finds(text, query)).toBe(expected);
  });

  it('has nothing to look for in punctuation, and takes operators as mere signs', () => {
    expect(searchExpression('acme', ' +-><()~"@ ')).toBeUndefined();
    expect(terms('-refund "late"')).toEqual(['wrefund', 'wlate']);
  });
});
