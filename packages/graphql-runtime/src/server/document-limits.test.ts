import { buildSchema, parse, validate } from 'graphql';
import { documentLimitsRule } from './document-limits';

const schema = buildSchema('type Query { a: Query b: Int _entities: [Query] }');
const rule = documentLimitsRule({ depth: 3, aliases: 2, directives: 2, tokens: 1_000 });

function broken(query: string): unknown[] {
  return validate(schema, parse(query), [rule]).map((error) => error.extensions['dimension']);
}

describe('the limits of a document', () => {
  it.each([
    ['{ a { a { b } } }', []],
    ['{ a { a { a { b } } } }', ['depth']],
    ['{ _entities { a { a { b } } } }', []],
    ['{ ... { ... { ... { a { a { b } } } } } }', []],
    ['{ x: b y: b }', []],
    ['{ x: b y: b z: b }', ['aliases']],
    ['{ b @skip(if: true) @include(if: true) a @skip(if: true) { b } }', ['directives']],
    ['{ ...f a { ...f } } fragment f on Query { x: b y: b }', ['aliases']],
    ['{ a { ...f } } fragment f on Query { a { ...g } } fragment g on Query { a { b } }', ['depth']],
    ['{ ...f } fragment f on Query { ...f a { ...f } }', []],
    ['query a { x: b y: b } query b { x: b }', ['aliases']],
  ])('%s breaks %j', (query, dimensions) => {
    expect(broken(query)).toEqual(dimensions);
  });

  it('are found in a time that does not double with every fragment', () => {
    const fragments = Array.from(
      { length: 60 },
      (_, index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`,
    );
    expect(broken(`{ ...f0 } ${fragments.join(' ')} fragment f60 on Query { x: b }`)).toEqual(['aliases']);
  });
});
