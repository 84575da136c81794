import fc from 'fast-check';
import { inOrderWithinGroups } from './within-group';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

const items = fc.array(fc.record({ group: fc.constantFrom('a', 'b', 'c'), rank: fc.integer({ min: 0, max: 50 }) }));

describe('inOrderWithinGroups', () => {
  it('sorts each group and leaves every group its places', () => {
    fc.assert(
      fc.property(items, (given) => {
        const ordered = inOrderWithinGroups(
          given,
          ({ group }) => group,
          ({ rank }) => rank,
        );
        expect(ordered.map(({ group }) => group)).toEqual(given.map(({ group }) => group));
        for (const group of ['a', 'b', 'c']) {
          const ranks = (list: typeof given) => list.filter((item) => item.group === group).map(({ rank }) => rank);
          expect(ranks(ordered)).toEqual(ranks(given).sort((left, right) => left - right));
        }
      }),
    );
  });
});
