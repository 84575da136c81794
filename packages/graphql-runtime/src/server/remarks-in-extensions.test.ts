import { ApolloServer } from '@apollo/server';
import type { GraphContext } from '../context/graph-context';
import { remarksInExtensions } from './remarks-in-extensions';

const server = new ApolloServer<GraphContext>({
  typeDefs: 'type Query { remarked: Int silent: Int }',
  resolvers: {
    Query: {
      remarked: (_: unknown, __: unknown, { remarks }: GraphContext) => {
        remarks?.set('engines', new Set(['facts', 'duckdb']));
        return 1;
      },
    },
  },
  plugins: [remarksInExtensions('analytics')],
});

const extensionsOf = async (query: string): Promise<unknown> => {
  const contextValue = { remarks: new Map() } as unknown as GraphContext;
  const { body } = await server.executeOperation({ query }, { contextValue });
  return body.kind === 'single' ? body.singleResult.extensions : undefined;
};

describe('what resolvers remark', () => {
  it('stands in the extensions of the response, under the name of the service', async () => {
    expect(await extensionsOf('{ remarked }')).toEqual({ analytics: { engines: ['duckdb', 'facts'] } });
  });

  it('is not there where nobody remarked anything', async () => {
    expect(await extensionsOf('{ silent }')).toBeUndefined();
  });
});
