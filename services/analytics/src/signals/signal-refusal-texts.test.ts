import { catalogueGaps } from '@redress/graphql-runtime';
import { DEFINITIONS } from './model/rule-definitions.model';
import type { SignalRefusal } from './model/signal.errors';
import { signalRefusalTexts } from './signal-refusal-texts';

const CODES: Readonly<Record<SignalRefusal, true>> = {
  ANALYTICS_SIGNAL_STATE: true,
  ANALYTICS_REASON_REQUIRED: true,
  ANALYTICS_IMPROVEMENT_STATE: true,
  ANALYTICS_IMPROVEMENT_PLAN_INVALID: true,
  ANALYTICS_IMPROVEMENT_DUE_DAY_PAST: true,
  ANALYTICS_IMPROVEMENT_COMPLETION_DAY_INVALID: true,
  ANALYTICS_MONTH_NOT_OVER: true,
  ANALYTICS_MONTH_UNKNOWN: true,
  INPUT_INVALID: true,
  NOT_FOUND: true,
  VERSION_CONFLICT: true,
};

describe('what signals are said in', () => {
  it('has a text in both languages for every refusal', () => {
    expect(catalogueGaps(Object.keys(CODES), signalRefusalTexts)).toEqual([]);
  });

  it('has words in both languages for every rule and method', () => {
    for (const { label, definition } of Object.values(DEFINITIONS)) {
      for (const { zh, en } of [label, definition]) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/[a-z]{3}/);
      }
    }
  });
});
