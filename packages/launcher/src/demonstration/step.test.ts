import { fill, valueAt } from './step';

const NOW = Date.parse('2026-03-04T05:06:07.000Z');

describe('a step of the demonstration', () => {
  it('is filled with what earlier steps kept, and with times before the load', () => {
    const variables = {
      input: { id: '$complaint', at: 'ago:2d', tags: ['$complaint', 'plain'], count: 3, none: null },
    };
    expect(fill(variables, { complaint: 'c1' }, NOW)).toEqual({
      input: { id: 'c1', at: '2026-03-02T05:06:07.000Z', tags: ['c1', 'plain'], count: 3, none: null },
    });
  });

  it('fails for a name that nothing kept', () => {
    expect(() => fill({ id: '$lost' }, {}, NOW)).toThrow('no earlier step kept $lost');
  });

  it('finds values at a path, and nothing where a part is missing', () => {
    const answer = { case: { stages: [{ id: 's1' }, null] } };
    expect(valueAt(answer, 'case.stages.0.id')).toBe('s1');
    expect(valueAt(answer, 'case.stages.1.id')).toBeUndefined();
    expect(valueAt(answer, 'case.settlement.id')).toBeUndefined();
  });
});
