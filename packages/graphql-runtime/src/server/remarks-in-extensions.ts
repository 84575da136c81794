import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphContext } from '../context/graph-context';

/** Puts what resolvers remarked into the `extensions` of the response, under the name of the service. */
export const remarksInExtensions = (service: string): ApolloServerPlugin<GraphContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ contextValue: { remarks }, response: { body } }) => {
        if (body.kind === 'single' && remarks !== undefined && remarks.size > 0) {
          const told = Object.fromEntries([...remarks].map(([name, words]) => [name, [...words].sort()]));
          body.singleResult.extensions = { ...body.singleResult.extensions, [service]: told };
        }
        return Promise.resolve();
      },
    }),
});
