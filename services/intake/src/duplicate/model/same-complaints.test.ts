import { listRegulations } from '@redress/regulations';
import { conditionsOnSameComplaints, looksAtSameComplaints } from './same-complaints.rules';

describe('the regulations that ask how many complained of the same', () => {
  it('are found by their conditions, whatever provision these stand in', () => {
    const asking = listRegulations().filter(looksAtSameComplaints);
    expect(asking.map(({ id }) => id)).toContain('gym-levels');
    expect(asking.map(({ id }) => id)).not.toContain('company-24h-3wd-7wd');
    for (const regulation of asking) {
      for (const condition of conditionsOnSameComplaints(regulation)) expect(condition).toContain('sameWithinMonth');
    }
  });
});
