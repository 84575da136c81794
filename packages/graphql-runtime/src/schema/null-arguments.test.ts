import { graphql, GraphQLInt, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { leaveOutNullArguments } from './null-arguments';

function echoing(): GraphQLSchema {
  const args = { text: { type: GraphQLString }, count: { type: GraphQLInt, defaultValue: 7 } };
  const resolve = (_: unknown, given: object): string => JSON.stringify(given);
  const query = new GraphQLObjectType({ name: 'Query', fields: { echo: { type: GraphQLString, args, resolve } } });
  const schema = new GraphQLSchema({ query });
  leaveOutNullArguments(schema);
  return schema;
}

describe('an argument of null', () => {
  it.each([
    ['echo', '{"count":7}'],
    ['echo(text: null, count: null)', '{"count":7}'],
    ['echo(text: "", count: 0)', '{"text":"","count":0}'],
  ])('counts as left out: %s', async (field, seen) => {
    const { data } = await graphql({ schema: echoing(), source: `{ ${field} }` });
    expect(data?.['echo']).toBe(seen);
  });
});
