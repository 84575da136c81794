import fc from 'fast-check';
import type { Incoming, Verdict } from './incoming';
import type { AggregateProgress, HeldEvent, HeldState } from './order.decide';
import { orderBatch } from './order.decide';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

const A = '0190a5f0-0000-7000-8000-00000000000a';
const B = '0190a5f0-0000-7000-8000-00000000000b';

function incoming(aggregateId: string, version: number, verdict: Verdict = { kind: 'skip' }): Incoming {
  return {
    tenantId: 't',
    aggregateId,
    version,
    eventId: `${aggregateId}-${version}`,
    type: 'redress.test.v1',
    recordedOn: '2025-01-01',
    shard: 0,
    shardSeq: version,
    body: {},
    verdict,
  };
}

function held(aggregateId: string, version: number, state: HeldState): HeldEvent {
  return { state, attempts: 0, due: true, incoming: incoming(aggregateId, version) };
}

function progress(entries: Record<string, { version: number; held?: HeldEvent[] }>): Map<string, AggregateProgress> {
  return new Map(
    Object.entries(entries).map(([id, { version, held: events = [] }]) => [id, { version, held: events }]),
  );
}

const summary = (steps: ReturnType<typeof orderBatch>) =>
  steps.map(({ kind, incoming: { version } }) => `${kind} ${version}`);

describe('putting a batch in order', () => {
  it('takes what is next, holds what is early, and passes over what was seen', () => {
    const steps = orderBatch(
      [incoming(A, 2), incoming(A, 3), incoming(B, 2), incoming(B, 0)],
      progress({ [A]: { version: 1 }, [B]: { version: 0 } }),
      {
        release: true,
      },
    );
    expect(summary(steps)).toEqual(['take 2', 'take 3', 'seen 0', 'hold 2']);
  });

  it('takes an aggregate that comes in the wrong order in the right one', () => {
    const steps = orderBatch([incoming(A, 3), incoming(A, 1), incoming(A, 2)], progress({ [A]: { version: 0 } }), {
      release: true,
    });
    expect(summary(steps)).toEqual(['take 1', 'take 2', 'take 3']);
  });

  it('takes one event once although it comes twice', () => {
    const steps = orderBatch([incoming(A, 1), incoming(A, 1)], progress({ [A]: { version: 0 } }), { release: true });
    expect(summary(steps)).toEqual(['take 1']);
  });

  it('releases what waited for the event, as far as there is no gap', () => {
    const waiting = [held(A, 2, 'WAITING'), held(A, 3, 'WAITING'), held(A, 5, 'WAITING')];
    const state = progress({ [A]: { version: 0, held: waiting } });
    expect(summary(orderBatch([incoming(A, 1)], state, { release: true }))).toEqual(['take 1', 'take 2', 'take 3']);
    expect(state.get(A)?.version).toBe(3);
  });

  it('releases nothing while a poison is being isolated', () => {
    const state = progress({ [A]: { version: 0, held: [held(A, 2, 'WAITING')] } });
    expect(summary(orderBatch([incoming(A, 1)], state, { release: false }))).toEqual(['take 1']);
  });

  it.each(['RETRYING', 'PARKED'] as const)('lets nothing overtake an event that is %s', (state) => {
    const known = progress({ [A]: { version: 1, held: [held(A, 2, state)] } });
    expect(summary(orderBatch([incoming(A, 2), incoming(A, 3)], known, { release: true }))).toEqual(['hold 3']);
  });

  it('takes an event whose turn to be tried again has come', () => {
    const known = progress({ [A]: { version: 1, held: [held(A, 2, 'RETRYING'), held(A, 3, 'WAITING')] } });
    const steps = orderBatch([incoming(A, 2)], known, { release: false, retrying: incoming(A, 2).eventId });
    expect(steps).toMatchObject([{ kind: 'take', wasHeld: true }]);
  });

  it('parks what cannot be understood, and holds what follows', () => {
    const refused = incoming(A, 1, { kind: 'refuse', reason: 'unsupported' });
    const steps = orderBatch([refused, incoming(A, 2)], progress({ [A]: { version: 0 } }), { release: true });
    expect(summary(steps)).toEqual(['park 1', 'hold 2']);
  });

  it('takes every event once and in order, however they are cut into batches, doubled and mixed', () => {
    const deliveries = fc.array(
      fc.array(fc.record({ id: fc.constantFrom(A, B), version: fc.integer({ min: 1, max: 6 }) })),
    );
    fc.assert(
      fc.property(deliveries, (batches) => {
        const versions = new Map([A, B].map((id) => [id, 0]));
        const waiting = new Map<string, Map<number, HeldEvent>>([A, B].map((id) => [id, new Map()]));
        for (const batch of batches) {
          const state = new Map(
            [A, B].map((id) => [id, { version: versions.get(id) ?? 0, held: [...(waiting.get(id)?.values() ?? [])] }]),
          );
          const steps = orderBatch(
            batch.map(({ id, version }) => incoming(id, version)),
            state,
            { release: true },
          );
          for (const { kind, incoming: event } of steps) {
            if (kind === 'take') {
              expect(event.version).toBe((versions.get(event.aggregateId) ?? 0) + 1);
              versions.set(event.aggregateId, event.version);
              waiting.get(event.aggregateId)?.delete(event.version);
            }
            if (kind === 'hold')
              waiting.get(event.aggregateId)?.set(event.version, held(event.aggregateId, event.version, 'WAITING'));
          }
        }
        for (const id of [A, B]) {
          const seen = new Set(
            batches
              .flat()
              .filter((event) => event.id === id)
              .map(({ version }) => version),
          );
          let reachable = 0;
          while (seen.has(reachable + 1)) reachable += 1;
          expect(versions.get(id)).toBe(reachable);
        }
      }),
    );
  });
});
