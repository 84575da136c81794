import { buildSchema, parse, validate } from 'graphql';
import { operationFacts } from '../graph/operation-facts';
import { checkLimits } from './check-limits';
import { documentLimitsRule } from './document-limits.rule';
import { PUBLIC_LIMITS } from './limits';
import { parseWithinLimits } from './parse-within-limits';

const schema = buildSchema(`
  type Query { node: Item items(first: Int, last: Int): Items! byIds(ids: [ID!]!): [Item]! all: [Item!]! }
  type Mutation { change: Item }
  type Items { nodes: [Item!]! edges: [Edge!]! total: Int! }
  type Edge { node: Item! }
  type Item { id: ID! item: Item others: [Item!]! items(first: Int): Items! }
`);
const facts = operationFacts(schema, { isPublicRoot: () => false, needsToken: () => false });

function check(query: string, variables: Record<string, unknown> = {}) {
  const found = facts(parse(query), undefined);
  if (found === undefined) throw new Error('no operation');
  const result = checkLimits(found.weight, variables, PUBLIC_LIMITS);
  return result.ok ? result.cost : result.error.extensions['limit'];
}

const nested = (levels: number) => `{ node { ${'item { '.repeat(levels)} id ${'} '.repeat(levels)} } }`;

describe('cost', () => {
  it.each([
    ['{ node { id } }', {}, 1],
    ['mutation { change { id } }', {}, 11],
    ['{ items(first: 20) { total nodes { id item { id } } } }', {}, 1 + 20 * 2],
    ['{ items(first: 20) { edges { node { id } } } }', {}, 1 + 20 * 2],
    ['{ items { nodes { id } } }', {}, 1 + 25],
    ['query ($n: Int) { items(first: $n) { nodes { id } } }', { n: 7 }, 1 + 7],
    ['query ($n: Int = 3) { items(first: $n) { nodes { id } } }', {}, 1 + 3],
    ['query ($ids: [ID!]!) { byIds(ids: $ids) { id } }', { ids: ['1', '2', '3'] }, 3],
    ['{ all { others { id } } }', {}, 5 * (1 + 5)],
    ['{ a: items(first: 2) { ...C } b: items(first: 30) { ...C } } fragment C on Items { nodes { id } }', {}, 3 + 31],
    [
      '{ all { ...F } items(first: 9) { ...C } } fragment F on Item { items(first: 7) { ...C } } fragment C on Items { edges { node { id } } }',
      {},
      5 * (1 + 1 + 14) + 1 + 18,
    ],
    ['{ ...F } fragment F on Query { node { ...G item { ...G } } } fragment G on Item { item { id } }', {}, 4],
  ])('of %s with %j is %d', (query, variables, cost) => {
    expect(check(query, variables)).toBe(cost);
  });
});

describe('an operation', () => {
  it('may be 10 fields deep, fragments not counted', () => {
    expect(check(nested(8))).toBe(9);
    expect(check(nested(9))).toBe('depth');
    expect(check(`{ node { ...F } } fragment F on Item { ${'item { '.repeat(9)} id ${'}'.repeat(9)} }`)).toBe('depth');
  });

  it.each([
    ['{ items(first: 101) { total } }', {}],
    ['{ items(last: 1000000) { total } }', {}],
    ['query ($n: Int) { items(first: $n) { total } }', { n: 101 }],
    ['query ($ids: [ID!]!) { byIds(ids: $ids) { id } }', { ids: Array.from({ length: 101 }, String) }],
    ['{ node { items(first: 101) { total } } }', {}],
  ])('may not ask for more than 100 objects: %s', (query, variables) => {
    expect(check(query, variables)).toBe('page size');
  });

  it('may not cost more than 5,000', () => {
    expect(check('{ items(first: 100) { nodes { items(first: 100) { nodes { id } } } } }')).toBe('cost');
  });

  it('cannot hide its size in nested fragments, nor take long to be found out', () => {
    const levels = Array.from({ length: 60 }, (_, n) => `fragment F${n} on Item { ...F${n + 1} ...F${n + 1} }`);
    expect(check(`{ node { ...F0 } } ${levels.join(' ')} fragment F60 on Item { id }`)).toBe('selections');
    const costly = levels.map((fragment) => fragment.replaceAll('...', 'item { id } ...'));
    expect(['selections', 'cost']).toContain(
      check(`{ node { ...F0 } } ${costly.join(' ')} fragment F60 on Item { id }`),
    );
  });
});

describe('a document', () => {
  const limitsOf = (query: string) =>
    validate(schema, parse(query), [documentLimitsRule(PUBLIC_LIMITS)]).map(({ extensions }) => extensions['limit']);
  const times = (count: number, part: (index: number) => string) =>
    Array.from({ length: count }, (_, n) => part(n)).join(' ');

  it('may have 20 aliases and 20 directives', () => {
    expect(limitsOf(`{ ${times(20, (n) => `a${n}: node { id }`)} }`)).toEqual([]);
    expect(limitsOf(`{ ${times(21, (n) => `a${n}: node { id }`)} }`)).toEqual(['aliases']);
    expect(limitsOf(`{ node { ${times(20, () => 'id @include(if: true)')} } }`)).toEqual([]);
    expect(limitsOf(`{ node { ${times(21, () => 'id @include(if: true)')} } }`)).toEqual(['directives']);
  });

  it('may not use response keys that mean something to the machine', () => {
    expect(limitsOf('{ __proto__: node { id } }')).toEqual(['reserved aliases']);
  });

  it('may have 1,500 tokens', () => {
    const query = (fields: number) => `{ node { ${'id '.repeat(fields)} } }`;
    expect(() => parseWithinLimits(query(1_490), 1_500)).not.toThrow();
    expect(() => parseWithinLimits(query(1_500), 1_500)).toThrow(/limit of 1500 for tokens/);
    expect(() => parseWithinLimits('{ node', 1_500)).toThrow(/Syntax Error/);
  });
});
