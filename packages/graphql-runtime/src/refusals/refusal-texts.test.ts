import { money } from '@redress/kernel';
import { catalogueGaps, commonRefusalTexts, refusalMessage } from './refusal-texts';
import { toUserErrors } from './user-errors';

const texts = { ...commonRefusalTexts, TOO_MUCH: { en: 'At most {maximum}.', 'zh-CN': '最多 {maximum}。' } };

describe('the texts of refusals', () => {
  it('of this package are complete', () => {
    expect(catalogueGaps(Object.keys(commonRefusalTexts), commonRefusalTexts)).toEqual([]);
  });

  it('are found wanting, each fault by its name', () => {
    const gaps = catalogueGaps(['A', 'B', 'D', 'NOT_FOUND'], {
      A: { en: 'At most {maximum}.', 'zh-CN': '最多。' },
      C: { en: '', 'zh-CN': 'not translated' },
      D: { en: 'Fine.', 'zh-CN': '好。' },
    });
    expect(gaps).toEqual([
      'B has no text',
      'C has a text but is never refused with',
      'A names different facts in its two texts',
      'C has no English text',
      'C has no Chinese text',
    ]);
  });

  it('take facts, and nothing from the prototype', () => {
    expect(refusalMessage(texts, 'TOO_MUCH', 'zh-CN', { maximum: '5' })).toBe('最多 5。');
    expect(refusalMessage(texts, 'constructor', 'en')).toBeUndefined();
    const echoed = refusalMessage(texts, 'TOO_MUCH', 'en', { maximum: `${'x'.repeat(199)}😀${'x'.repeat(250_000)}` });
    expect(echoed).toBe(`At most ${'x'.repeat(199)}….`);
  });
});

describe('user errors', () => {
  it('carry code, text, path and typed facts', () => {
    const [error] = toUserErrors(
      [
        {
          code: 'TOO_MUCH',
          facts: { maximum: '1.00 CNY' },
          path: ['input', 'amount'],
          retryable: true,
          details: { maximum: money(100n, 'CNY'), limit: 3 },
        },
      ],
      { locale: 'en', refusalTexts: texts },
    );
    expect(error).toEqual({
      code: 'TOO_MUCH',
      message: 'At most 1.00 CNY.',
      path: ['input', 'amount'],
      retryable: true,
      details: {
        maximum: { amount: '1.00', minorUnits: 100n, currency: 'CNY' },
        currentVersion: null,
        currentState: null,
        allowed: null,
        limit: 3,
      },
    });
  });

  it('are not made without a text', () => {
    expect(() => toUserErrors([{ code: 'UNHEARD_OF' }], { locale: 'en', refusalTexts: texts })).toThrow(
      'UNHEARD_OF has no text',
    );
  });
});
