/** The languages that Redress speaks. */
export const LOCALES = ['zh-CN', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

const LONGEST_HEADER = 256;

/** The best of our languages for an `Accept-Language` header; any Chinese counts as `zh-CN`. English when none fits. */
export function negotiateLocale(header: string | undefined): Locale {
  if (header === undefined || header.length > LONGEST_HEADER) return 'en';
  let best: Locale = 'en';
  let bestWeight = 0;
  for (const part of header.split(',')) {
    const [range = '', ...parameters] = part.split(';').map((text) => text.trim());
    const locale = localeFor(range.toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    if (locale !== undefined && weight > bestWeight) {
      best = locale;
      bestWeight = weight;
    }
  }
  return best;
}

function localeFor(range: string): Locale | undefined {
  if (range === 'zh' || range.startsWith('zh-')) return 'zh-CN';
  return range === 'en' || range.startsWith('en-') ? 'en' : undefined;
}
