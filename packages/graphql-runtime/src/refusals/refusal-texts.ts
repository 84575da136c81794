import type { Locale } from '../context/locale';

/** What a refusal says, in each language; `{name}` stands for a fact of the refusal. */
export type RefusalText = Readonly<Record<Locale, string>>;

/** A service's catalogue: stable code to text. The codes become the values of its GraphQL enum `UserErrorCode`. */
export type RefusalTexts = Readonly<Record<string, RefusalText>>;

/** Refusals that any service may give; part of every catalogue. */
export const commonRefusalTexts = {
  IDEMPOTENCY_CONFLICT: {
    en: 'This idempotency key was used before for a different request.',
    'zh-CN': '该幂等键已用于另一个不同的请求。',
  },
  VERSION_CONFLICT: {
    en: 'It was changed in the meantime; read it again and decide anew.',
    'zh-CN': '该对象已被修改，请重新读取后再操作。',
  },
  NOT_FOUND: { en: 'It does not exist.', 'zh-CN': '对象不存在。' },
  AMOUNT_INVALID: {
    en: 'The amount has more digits than {currency} allows, or is too large.',
    'zh-CN': '金额的小数位数超出 {currency} 的规定，或数额过大。',
  },
  INPUT_INVALID: { en: 'This value is not acceptable here.', 'zh-CN': '该值无效。' },
} as const satisfies RefusalTexts;

const LONGEST_FACT = 200;
const PLACEHOLDER = /\{(\w+)\}/g;

/** Fills the facts into a text; a fact that is missing leaves its placeholder, which a test of the catalogue finds. */
export function refusalMessage(
  texts: RefusalTexts,
  code: string,
  locale: Locale,
  facts: Readonly<Record<string, string | number>> = {},
): string | undefined {
  const text = Object.hasOwn(texts, code) ? texts[code]?.[locale] : undefined;
  return text?.replace(PLACEHOLDER, (placeholder, name: string) => shortened(String(facts[name] ?? placeholder)));
}

/** Facts may repeat what a client sent, of whatever length. */
function shortened(fact: string): string {
  return fact.length <= LONGEST_FACT ? fact : `${fact.slice(0, LONGEST_FACT).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * For a service's test: complains about each code without a text in both languages, each text without a code, and each
 * pair whose placeholders differ. An empty list means that the catalogue is complete.
 */
export function catalogueGaps(codes: readonly string[], texts: RefusalTexts): string[] {
  const all: RefusalTexts = { ...commonRefusalTexts, ...texts };
  return [
    ...codes.filter((code) => !Object.hasOwn(all, code)).map((code) => `${code} has no text`),
    ...Object.keys(texts)
      .filter((code) => !codes.includes(code))
      .map((code) => `${code} has a text but is never refused with`),
    ...Object.entries(texts).flatMap(([code, text]) => textGaps(code, text)),
  ];
}

function textGaps(code: string, text: RefusalText): string[] {
  const names = (content: string): string =>
    [...content.matchAll(PLACEHOLDER)]
      .map((match) => match[1])
      .sort()
      .join();
  return [
    ...(text.en.trim() === '' ? [`${code} has no English text`] : []),
    ...(/\p{Script=Han}/u.test(text['zh-CN']) ? [] : [`${code} has no Chinese text`]),
    ...(names(text.en) === names(text['zh-CN']) ? [] : [`${code} names different facts in its two texts`]),
  ];
}
