import { readRegulation, type Regulation } from '@redress/regulations';
import { judgeMatter, type MatterDraft } from './judge-matter.rules';
import { plainMatter, priorityOf, type Matter, type Suggestion } from './matter.model';

const label = { zh: '名', en: 'Name' };
const quote = 'the text';
const value = (code: string) => ({ code, label });

const aRegulation = (changes: object = {}): Regulation =>
  readRegulation(
    'test',
    JSON.stringify({
      id: 'test',
      version: 1,
      title: label,
      source: { document: 'none' },
      assessment: [
        { key: 'media', label, type: 'BOOLEAN', quote },
        { key: 'loss', label, type: 'BOOLEAN', quote },
      ],
      itemTypes: [
        { type: 'GRIEVANCE', label, quote, convertsTo: [{ type: 'COMPLAINT', when: 'assessment.loss', quote }] },
        { type: 'COMPLAINT', label, quote, convertsTo: [{ type: 'GRIEVANCE', when: '!assessment.loss', quote }] },
        { type: 'ANOMALY', label, quote, convertsTo: [{ type: 'COMPLAINT', quote }] },
      ],
      classification: [
        {
          axis: 'category',
          label,
          closed: false,
          values: [value('quality'), value('service')],
          quote,
          rules: [{ value: 'service', when: 'item.channel == "STORE"', quote }],
        },
        { axis: 'urgency', label, closed: false, automatic: true, values: [value('urgent')], quote },
        { axis: 'line', label, closed: true, values: [value('life'), value('bank')], quote },
      ],
      levels: {
        direction: 'UP_ONLY',
        initial: 'plain',
        values: [
          { level: 'plain', rank: 0, label, track: 'NORMAL' },
          { level: 'fast', rank: 1, label, track: 'FAST_LANE' },
          { level: 'crisis', rank: 2, label, track: 'EMERGENCY' },
        ],
        triggers: [
          { trigger: 'urgent', level: 'fast', when: 'classification.urgency == "urgent"', quote },
          { trigger: 'in-the-press', level: 'crisis', when: 'assessment.media', quote },
        ],
        quote,
      },
      ...changes,
    }),
  );
const regulation = aRegulation();
const around = {
  channel: 'PHONE' as const,
  receivedAt: new Date('2026-11-20T02:00:00.000Z'),
  now: new Date('2026-11-20T02:00:00.000Z'),
};
const matter = (changes: Partial<Matter> = {}): Matter => ({
  ...plainMatter('PHONE', 'CONSUMER'),
  assessment: { loss: true },
  ...changes,
});
const draft = (changes: Partial<MatterDraft> = {}): MatterDraft => ({
  matter: matter(),
  category: undefined,
  origins: {},
  fromText: [],
  ...changes,
});
const words = (axis: string, code: string, confident = true): Suggestion => ({
  axis,
  value: code,
  score: 0.9,
  by: 'TEXT',
  because: ['word'],
  confident,
});

describe('the category', () => {
  it.each([
    [
      'that a person gave stays, whatever rule and text say',
      { category: 'quality', origins: { category: 'PERSON' as const } },
      'STORE',
      'quality',
    ],
    ['that a rule gives comes before the text', { fromText: [words('category', 'quality')] }, 'STORE', 'service'],
    [
      'that the text makes clear is taken where nobody gave any',
      { fromText: [words('category', 'quality')] },
      'PHONE',
      'quality',
    ],
    [
      'that the text does not make clear is not taken',
      { fromText: [words('category', 'quality', false)] },
      'PHONE',
      undefined,
    ],
  ] as const)('%s', (_, changes, channel, expected) => {
    expect(judgeMatter(regulation, draft(changes), { ...around, channel }).category).toBe(expected);
  });

  it('says why it was given', () => {
    const { judgement } = judgeMatter(regulation, draft(), { ...around, channel: 'STORE' });
    expect(judgement.origins).toEqual({ category: 'RULE' });
    expect(judgement.suggestions).toMatchObject([
      { axis: 'category', by: 'RULE', because: ['item.channel == "STORE"'] },
    ]);
  });
});

describe('another axis', () => {
  it('is set by the text only where the regulation asks for that', () => {
    const fromText = [words('urgency', 'urgent'), words('line', 'life')];
    const judged = judgeMatter(regulation, draft({ fromText }), around);
    expect(judged.matter.classification).toEqual({ urgency: 'urgent' });
    expect(judged.judgement.suggestions).toHaveLength(2);
  });
});

describe('the item', () => {
  it('becomes another by itself as soon as the condition holds', () => {
    const grievance = draft({ matter: matter({ itemType: 'GRIEVANCE', itemKind: 'odd' }) });
    const judged = judgeMatter(regulation, grievance, around);
    expect(judged.matter).toMatchObject({ itemType: 'COMPLAINT' });
    expect(judged.matter.itemKind).toBeUndefined();
  });

  it('waits for a person where the text names no condition', () => {
    const anomaly = draft({ matter: matter({ itemType: 'ANOMALY' }) });
    expect(judgeMatter(regulation, anomaly, around).matter.itemType).toBe('ANOMALY');
  });

  it('comes to rest even where two sentences convert it to and fro', () => {
    const circular = aRegulation({
      itemTypes: [
        { type: 'GRIEVANCE', label, quote, convertsTo: [{ type: 'COMPLAINT', when: 'true', quote }] },
        { type: 'COMPLAINT', label, quote, convertsTo: [{ type: 'GRIEVANCE', when: 'true', quote }] },
      ],
    });
    expect(judgeMatter(circular, draft(), around).matter.itemType).toBe('GRIEVANCE');
  });
});

describe('the priority', () => {
  const judged = (changes: Partial<Matter>, level?: string) =>
    judgeMatter(regulation, draft({ matter: matter(changes), level }), around).judgement;

  it.each([
    ['of an ordinary matter', {}, 'NORMAL', []],
    ['of the fast lane', { classification: { urgency: 'urgent' } }, 'HIGH', ['urgent']],
    ['of an emergency', { assessment: { loss: true, media: true } }, 'URGENT', ['in-the-press']],
  ] as const)('%s is by the track of its level', (_, changes, priority, because) => {
    const origins = { urgency: 'PERSON' as const };
    const { judgement } = judgeMatter(regulation, draft({ matter: matter(changes), origins }), around);
    expect(priorityOf(judgement)).toBe(priority);
    expect(judgement.level?.because).toEqual(because);
  });

  it('does not fall where the text lets a level only rise', () => {
    expect(priorityOf(judged({}, 'crisis'))).toBe('URGENT');
    expect(priorityOf(judged({}))).toBe('NORMAL');
  });
});
