import { aLabel, aRegulation } from '../testing/builders';
import { classify } from '../classification/classify';
import { conditionHolds } from './condition';
import { emptyFacts, factsOf } from './facts-of';
import { lintFacts } from './lint-facts';
import { validateFacts } from './validate-facts';

const quote = 'a sentence';
const fact = (key: string, type: string, more: object = {}) => ({ key, label: aLabel(key), type, quote, ...more });
const values = (...codes: string[]) => codes.map((code) => ({ code, label: aLabel(code) }));
const regulation = aRegulation({
  assessment: [fact('media', 'BOOLEAN'), fact('loss', 'MONEY'), fact('scope', 'CHOICE', { options: values('region') })],
  recordCard: {
    fields: [
      { ...fact('ordered', 'DATE'), required: false },
      { ...fact('pieces', 'QUANTITY'), required: false },
    ],
  },
  classification: [
    {
      axis: 'urgency',
      label: aLabel('Urgency'),
      closed: true,
      quote,
      values: values('urgent', 'normal'),
      rules: [
        { value: 'urgent', when: 'assessment.media', quote },
        { value: 'normal', when: 'true', quote },
      ],
    },
    {
      axis: 'sub-axis',
      label: aLabel('Sub'),
      closed: false,
      quote,
      values: values('first', 'later'),
      rules: [{ value: 'first', when: 'classification.urgency == "urgent"', quote }],
    },
  ],
});
const holds = (condition: string | undefined, facts = {}) => conditionHolds(regulation, condition, facts);

describe('conditionHolds', () => {
  it('holds without a condition', () => {
    expect(holds(undefined)).toBe(true);
  });

  it('takes what is not stated as false, 0 or empty', () => {
    expect(
      holds('!assessment.media && assessment.loss == 0 && card.ordered == "" && classification["sub-axis"] == ""'),
    ).toBe(true);
    expect(holds('item.type == "COMPLAINT" && complainant.persons == 1 && decision.remedies == []')).toBe(true);
    expect(factsOf({ item: { category: undefined } })).toEqual(emptyFacts());
  });

  it('reads numbers as whole ones, dates and choices as text', () => {
    const facts = {
      assessment: { loss: 100_000, scope: 'region' },
      card: { ordered: '2026-11-21', pieces: 2.5 },
      decision: { remedies: ['REFUND'] },
    };
    expect(holds('assessment.loss >= 100000 && assessment.scope == "region"', facts)).toBe(true);
    expect(holds('card.ordered < "2026-12-01" && card.pieces == 2 && "REFUND" in decision.remedies', facts)).toBe(true);
  });

  it('throws for a condition that was not checked', () => {
    expect(() => holds('assessment.press')).toThrow('No such key: press');
    expect(() => holds('complainant.persons')).toThrow('not bool');
  });
});

describe('classify', () => {
  it('gives the value of the first rule that holds, and lets a later axis rest on an earlier one', () => {
    const rulings = classify(regulation, { assessment: { media: true } });
    expect(rulings).toMatchObject({
      urgency: { value: 'urgent', rule: { when: 'assessment.media', quote } },
      'sub-axis': { value: 'first' },
    });
    expect(Object.keys(classify(regulation, {}))).toEqual(['urgency']);
  });

  it('lets a later axis rest on what somebody corrected', () => {
    const corrected = { assessment: { media: true }, classification: { urgency: 'normal' } };
    expect(classify(regulation, corrected)['sub-axis']).toBeUndefined();
    expect(classify(regulation, corrected)['urgency']?.value).toBe('urgent');
  });
});

describe('validateFacts', () => {
  it('finds what is not declared, of another type or not among the values of a closed axis', () => {
    expect(validateFacts(regulation, { assessment: { media: true }, classification: { 'sub-axis': 'own' } })).toEqual(
      [],
    );
    expect(
      validateFacts(regulation, {
        assessment: { media: 'yes', press: true, scope: 'world', loss: 1.5 },
        classification: { urgency: 'asap', colour: 'red' },
      }).map(({ code, key }) => `${code} ${key}`),
    ).toEqual([
      'MISTYPED media',
      'UNKNOWN press',
      'NOT_AN_OPTION scope',
      'MISTYPED loss',
      'NOT_AN_OPTION urgency',
      'UNKNOWN colour',
    ]);
  });

  it('tells which facts no condition reads', () => {
    expect(lintFacts(regulation)).toEqual(['loss', 'scope']);
  });
});
