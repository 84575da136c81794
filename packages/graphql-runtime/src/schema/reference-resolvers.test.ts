import { createLoaders } from '../context/loaders';
import type { GraphContext } from '../context/graph-context';
import { batchedReferenceResolver } from './reference-resolvers';
import type { Representation } from './reference-resolvers';

const context = () => ({ loader: createLoaders() }) as unknown as GraphContext;

describe('references', () => {
  it('of one key shape are read together, another shape apart', async () => {
    const batches: Representation[][] = [];
    const resolve = batchedReferenceResolver('Ticket', (representations) => {
      batches.push([...representations]);
      return Promise.resolve(representations.map((representation) => ({ ...representation })));
    });
    const request = context();
    await Promise.all([
      resolve({ __typename: 'Ticket', id: '1' }, request),
      resolve({ __typename: 'Ticket', number: 'A' }, request),
      resolve({ __typename: 'Ticket', id: '2' }, request),
    ]);
    expect(batches.map((batch) => batch.length)).toEqual([2, 1]);
  });

  it('may be answered with frozen objects', async () => {
    class Ticket {
      constructor(readonly id: string) {
        Object.freeze(this);
      }
    }
    const resolve = batchedReferenceResolver('Ticket', () => Promise.resolve([new Ticket('1')]));
    const found = await resolve({ __typename: 'Ticket', id: '1' }, context());
    expect(found).toBeInstanceOf(Ticket);
    expect(Object.isExtensible(found)).toBe(true);
  });

  it('that fail, fail as promises: a throw would fail the whole list', async () => {
    const resolve = batchedReferenceResolver('Ticket', () => {
      throw new Error('down');
    });
    const pending = resolve({ __typename: 'Ticket', id: '1' }, context());
    await expect(pending).rejects.toThrow('down');
  });
});
