import { listRegulations } from '@redress/regulations';
import type { Metric } from '../model/metric.model';
import { METRICS } from '../model/metric-registry.model';
import { TARGET_SOURCES } from './target-metrics.model';
import { fractionOf, reducedBy, verdictOf } from './verdict.decide';

describe('targets of regulations', () => {
  it('answers for every figure that a regulation names, and for no other', () => {
    const named = new Set(listRegulations().flatMap(({ metrics }) => metrics.map(({ metric }) => metric)));
    expect(named.size).toBeGreaterThan(20);
    expect([...named].sort()).toEqual(Object.keys(TARGET_SOURCES).sort());
  });

  it('takes each figure from the metric that says it answers for it', () => {
    const all: readonly Metric[] = METRICS;
    for (const { name, target } of all) {
      if (target !== undefined) expect(TARGET_SOURCES[target]).toEqual({ kind: 'METRIC', metric: name });
    }
  });

  it('has the eleven targets of omnichannel-72h, each with a verdict once there is a figure', () => {
    const regulation = listRegulations().find(({ id }) => id === 'omnichannel-72h');
    const targets = regulation?.metrics.flatMap(({ target }) => target ?? []) ?? [];
    expect(targets).toHaveLength(11);
    for (const target of targets) {
      const before = { numerator: 10n, denominator: 100n };
      expect(['MET', 'MISSED']).toContain(verdictOf(target, { numerator: 1n, denominator: 1n }, before));
    }
  });

  it('does not round a figure up to its target', () => {
    const target = { comparator: 'AT_LEAST', value: 100, unit: 'PERCENT' } as const;
    expect(verdictOf(target, { numerator: 9_999_999n, denominator: 10_000_000n })).toBe('MISSED');
    expect(verdictOf(target, { numerator: 3n, denominator: 3n })).toBe('MET');
    expect(verdictOf(target, undefined)).toBe('NO_DATA');
    expect(verdictOf(undefined, { numerator: 3n, denominator: 3n })).toBe('NO_TARGET');
  });

  it('holds milliseconds against hours to the millisecond', () => {
    const target = { comparator: 'AT_MOST', value: 24, unit: 'HOURS' } as const;
    expect(verdictOf(target, { numerator: 86_400_000n, denominator: 1n })).toBe('MET');
    expect(verdictOf(target, { numerator: 86_400_001n, denominator: 1n })).toBe('MISSED');
  });

  it('does not round a mean of times down to its target', () => {
    const target = { comparator: 'AT_MOST', value: 24, unit: 'HOURS' } as const;
    const spans = { metric: 'TIME_TO_FIRST_REPLY', unit: 'MILLISECONDS' } as const;
    const count = { ...spans, statistic: 'COUNT', unit: 'COUNT', value: '2' } as const;
    const mean = { ...spans, statistic: 'MEAN', value: '86400000', total: '172800001' } as const;
    expect(verdictOf(target, fractionOf(mean, [count, mean]))).toBe('MISSED');
    expect(verdictOf(target, fractionOf({ ...mean, total: '172800000' }, [count, mean]))).toBe('MET');
    const share = { metric: 'CLOSURE_RATE', statistic: 'SHARE', unit: 'PERCENT', value: '33.3333' } as const;
    const made = { numerator: '1', denominator: '3' };
    expect(fractionOf({ ...share, ...made }, [])).toEqual({ numerator: 1n, denominator: 3n });
  });

  it('holds a reduction against the period before', () => {
    const target = { comparator: 'REDUCED_BY', value: 10, unit: 'PERCENT' } as const;
    const before = { numerator: 50n, denominator: 1_000n };
    expect(verdictOf(target, { numerator: 45n, denominator: 1_000n }, before)).toBe('MET');
    expect(verdictOf(target, { numerator: 46n, denominator: 1_000n }, before)).toBe('MISSED');
    expect(verdictOf(target, { numerator: 46n, denominator: 1_000n })).toBe('NO_DATA');
    expect(reducedBy({ numerator: 45n, denominator: 1_000n }, before)).toBe('10.0000');
  });
});
