import { buildSubgraph } from './build-subgraph';
import { undescribed } from './undescribed';
import { demoSchema } from '../demo/demo-subgraph';
import { Ticket } from '../demo/ticket.gql';
import { TicketResolver } from '../demo/ticket.resolver';

describe('a subgraph', () => {
  const { schema } = demoSchema();

  it('links Federation 2 and imports what it uses', () => {
    expect(schema.sdl).toMatch(
      /^extend schema @link\(url: ".*federation\/v2\.9", import: \["@key", "@listSize", "@shareable"\]\)/,
    );
  });

  it('has a description everywhere', () => {
    expect(undescribed(schema.sdl)).toEqual([]);
  });

  it('is not built when an entity could not be found by its key', () => {
    const parts = { resolvers: [TicketResolver], orphanedTypes: [Ticket] };
    expect(() => buildSubgraph({ ...parts, references: {} })).toThrow('no reference resolver for Ticket');
    const unknown = { Ticket: async () => [], Customer: async () => [] };
    expect(() => buildSubgraph({ ...parts, references: unknown })).toThrow('Customer, which has no resolvable @key');
  });
});

describe('undescribed', () => {
  it('names what lacks a description', () => {
    const sdl = `type A { "x" f(a: Int): Int g: E } "e" enum E { V "w" W } input I { "x" x: Int y: Int } scalar S union U = A interface N { id: ID }`;
    expect(undescribed(sdl)).toEqual(['A', 'A.f:a', 'A.g', 'E.V', 'I', 'I.y', 'S', 'U', 'N', 'N.id']);
  });
});
