import { withoutInvolved } from './signatory.model';

describe('what a delegate is lent', () => {
  const lin = {
    ...{ subject: 'lin', roles: ['supervisor'] as const, parties: ['own', 'shared', 'gm'] },
    standsInFor: [
      { subject: 'wei', parties: ['shared', 'gm'] },
      { subject: 'xu', parties: ['shared'] },
    ],
  };

  it('is lost where the lender is involved, but for what another lends too', () => {
    expect(withoutInvolved(lin, ['wei'])).toMatchObject({
      parties: ['own', 'shared'],
      standsInFor: [{ subject: 'xu' }],
    });
  });

  it('stays where the lender is not', () => {
    expect(withoutInvolved(lin, ['somebody']).parties).toEqual(['own', 'shared', 'gm']);
    expect(withoutInvolved({ subject: 'a', roles: [], parties: ['own'] }, ['a']).parties).toEqual(['own']);
  });
});
