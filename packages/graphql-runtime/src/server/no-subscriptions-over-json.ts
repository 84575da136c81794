import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { GraphContext } from '../context/graph-context';
import { PublicError } from '../errors/public-error';

/** Without this, a subscription sent as JSON would be executed as if it were a query. */
export const noSubscriptionsOverJson: ApolloServerPlugin<GraphContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation }) => {
        if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return Promise.resolve();
        return Promise.reject(
          new PublicError('BAD_USER_INPUT', 'Subscriptions are answered as `text/event-stream` only.'),
        );
      },
    }),
};
