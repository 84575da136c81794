import { aLabel, aStage } from './builders';

const quote = 'a sentence';
export const deadline = { amount: 3, unit: 'WORKING_DAYS', startsAt: 'RECEIPT', quote };
/** A stage with a deadline. */
export const stage = (name: string, changes: Record<string, unknown> = {}) => aStage(name, { deadline, ...changes });
export const trigger = (name: string, level: string, when: string) => ({ trigger: name, level, when, quote });

/** A file without a mistake; the tests put one in. */
export const good = {
  id: 'good',
  version: 1,
  title: aLabel('Good'),
  source: { document: 'a text' },
  parties: [{ party: 'office', label: aLabel('Office'), kind: 'UNIT', role: 'supervisor', quote }],
  assessment: [
    { key: 'media', label: aLabel('Media'), type: 'BOOLEAN', quote },
    {
      key: 'impact',
      label: aLabel('Impact'),
      type: 'CHOICE',
      options: [{ code: 'regional', label: aLabel('Regional') }],
      quote,
    },
  ],
  classification: [
    { axis: 'sub-axis', label: aLabel('Axis'), closed: true, quote, values: [{ code: 'one', label: aLabel('One') }] },
  ],
  levels: {
    direction: 'UP_ONLY',
    initial: 'general',
    quote,
    values: [
      { level: 'general', rank: 1, label: aLabel('General'), track: 'NORMAL' },
      { level: 'major', rank: 2, label: aLabel('Major'), track: 'NORMAL' },
      { level: 'crisis', rank: 3, label: aLabel('Crisis'), track: 'EMERGENCY' },
    ],
    triggers: [trigger('media', 'crisis', 'assessment.media'), trigger('many', 'major', 'complainant.persons >= 10')],
  },
  stages: [
    stage('investigation', { performers: ['office'], when: 'classification["sub-axis"] == "one"' }),
    stage('reply', {
      kind: 'REPLY',
      after: ['investigation'],
      deadline: { openValue: 'replyWithin', startsAt: 'STAGE:investigation', quote },
    }),
  ],
  papers: [
    { paper: 'report', kind: 'INVESTIGATION_REPORT', label: aLabel('Report'), quote, signatures: ['complainant'] },
  ],
  numbering: { pattern: '{YY}{MM}{SERIAL:2}', period: 'MONTH', quote },
  dissatisfaction: [{ path: 'SECOND_HANDLING', open: ['COMPLAINANT'], backTo: 'investigation', quote }],
  authority: { rows: [{ holder: 'office', currency: 'CNY', maximum: '1000', quote }] },
  openValues: [{ key: 'replyWithin', type: 'DURATION', label: aLabel('Reply within'), quote: null }],
};
export type Good = typeof good;
