import fc from 'fast-check';
import { interleaved, streamsOf, type AnyEvent } from '../../test-bench/arbitrary-events';
import { FactSet, type StoredRow, type SupersededRow } from '../model/fact-set.model';
import { factTableOf, type FactName } from '../model/fact-tables.model';
import { applyEvents, needsOf } from '../take-in/fold-events.handler';
import type { PositionedEvent } from '../take-in/journal.projection';
import { projections } from './index';

/** Facts as a store keeps them. */
class Store {
  readonly live = new Map<string, StoredRow & { readonly table: FactName }>();
  readonly history: (SupersededRow & { readonly table: FactName })[] = [];

  /** Takes in some events at once. */
  take(events: readonly PositionedEvent[]): void {
    const facts = new FactSet();
    for (const { table, owner } of needsOf(events, projections)) {
      const [key] = factTableOf(table).key;
      const rows = [...this.live.values()].filter((each) => each.table === table && each.row[key] === owner);
      facts.load(table, [owner], rows);
    }
    applyEvents(facts, events, projections);
    for (const { table, version } of facts.history()) this.history.push({ table, ...version });
    for (const each of facts.changed()) {
      const key = factTableOf(each.table).key.map((column) => String(each.row[column]));
      this.live.set([each.table, ...key].join(' '), each);
    }
  }

  /** Rows as they were at the position. */
  at(position: bigint): readonly string[] {
    const alive = [
      ...[...this.live.values()].filter(({ since }) => since <= position),
      ...this.history.filter(({ since, until }) => since <= position && until > position),
    ];
    return alive.map(({ table, row }) => text([table, row])).sort();
  }

  versions(): readonly string[] {
    return [...this.live.values(), ...this.history].map(text).sort();
  }

  rows(): readonly string[] {
    return [...this.live.values()].map(({ table, row }) => text([table, row])).sort();
  }
}

const text = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? `${each}n` : each));

const positioned = (events: readonly AnyEvent[]): readonly PositionedEvent[] =>
  events.map((each, index) => ({ ...each, position: BigInt(index + 1) }));

function taken(events: readonly PositionedEvent[], sizes: readonly number[]): Store {
  const store = new Store();
  for (let start = 0, turn = 0; start < events.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    store.take(events.slice(start, start + size));
    start += size;
  }
  return store;
}

/** Events that change more than the work of staff. */
const someStreams = streamsOf(new Set([...projections].flatMap(([type, all]) => (all.length > 1 ? [type] : []))));
const picks = fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 40 });
const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 });

describe('facts of any history', () => {
  it('are the same whatever the order in which services are heard', () => {
    fc.assert(
      fc.property(someStreams, picks, picks, (streams, one, other) => {
        const [left, right] = [one, other].map((order) => taken(positioned(interleaved(streams, order)), [1_000]));
        expect(left?.rows()).toEqual(right?.rows());
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });

  it('are the same, version by version, whether events come one by one or many at a time', () => {
    fc.assert(
      fc.property(someStreams, picks, sizes, (streams, order, some) => {
        const events = positioned(interleaved(streams, order));
        const single = taken(events, [1]);
        expect(taken(events, some).versions()).toEqual(single.versions());
        expect(taken(events, [1_000]).versions()).toEqual(single.versions());
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });

  it('tell of every earlier position what was known then', () => {
    fc.assert(
      fc.property(someStreams, picks, sizes, fc.nat({ max: 99 }), (streams, order, some, share) => {
        const events = positioned(interleaved(streams, order));
        const position = Math.floor((events.length * share) / 100);
        const then = taken(events.slice(0, position), [1_000]);
        expect(taken(events, some).at(BigInt(position))).toEqual(then.rows());
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });
});
