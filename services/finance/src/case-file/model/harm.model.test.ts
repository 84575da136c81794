import { harmsOf } from './harm.model';

describe('the harm of a case', () => {
  it('is the case itself, where it is merged into no other', () => {
    expect([...harmsOf([{ caseId: 'a' }])]).toEqual([['a', 'a']]);
  });

  it('is the last of a chain of mergers, also when that case is not among those given', () => {
    const harms = harmsOf([
      { caseId: 'a', mergedInto: 'b' },
      { caseId: 'b', mergedInto: 'c' },
      { caseId: 'd', mergedInto: 'c' },
    ]);
    expect([...harms.values()]).toEqual(['c', 'c', 'c']);
  });

  it('is one and the same for all cases of a circle', () => {
    const harms = harmsOf([
      { caseId: 'c', mergedInto: 'a' },
      { caseId: 'a', mergedInto: 'b' },
      { caseId: 'b', mergedInto: 'c' },
      { caseId: 'x', mergedInto: 'b' },
    ]);
    expect(new Set(harms.values())).toEqual(new Set(['a']));
  });
});
