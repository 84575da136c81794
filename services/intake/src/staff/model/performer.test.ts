import { findRegulation } from '@redress/regulations';
import { performsAs } from './performer.rules';

describe('who performs what a regulation names', () => {
  const regulation = findRegulation('jewellery-retail');
  if (regulation === undefined) throw new Error('the regulation ships with the package');
  const party = regulation.onTheSpot?.performers[0] ?? '';
  const role = regulation.parties.find((each) => each.party === party)?.role ?? 'agent';

  it('is whoever holds the role', () => {
    expect(performsAs({ roles: ['manager'] }, [], regulation, ['manager'])).toBe(true);
    expect(performsAs({ roles: ['agent'] }, [], regulation, ['manager'])).toBe(false);
  });

  it('is a member of the party only with the role of the party', () => {
    expect(performsAs({ roles: [role] }, [party], regulation, [party])).toBe(true);
    expect(performsAs({ roles: [role] }, [], regulation, [party])).toBe(false);
    expect(performsAs({ roles: ['auditor'] }, [party], regulation, [party])).toBe(false);
  });

  it('is nobody, for a party that the regulation does not declare', () => {
    expect(performsAs({ roles: ['agent'] }, ['strangers'], regulation, ['strangers'])).toBe(false);
  });
});
