import { askedElsewhere } from './asked-elsewhere.rules';

describe('refusals of a question that was put together', () => {
  const pathOf = (path: readonly string[], names?: Record<string, string>) =>
    askedElsewhere([{ code: 'A', path }], ['cell'], names)[0]?.path;

  it('point to the arguments that there were', () => {
    expect(pathOf(['query', 'groupBy'], { groupBy: 'keys' })).toEqual(['cell', 'keys']);
    expect(pathOf(['query', 'asOf', 'position'], { groupBy: 'keys' })).toEqual(['cell', 'asOf', 'position']);
    expect(pathOf(['query'])).toEqual(['cell']);
    expect(pathOf(['until'])).toEqual(['until']);
    expect(askedElsewhere([{ code: 'A' }], ['cell'])).toEqual([{ code: 'A' }]);
  });
});
