import { OperationTypeNode } from 'graphql';
import type { GatewayConfigSupergraph } from '@graphql-hive/gateway-runtime';
import { textOf } from '../planning/document-text';
import type { SubgraphClient } from '../subgraphs/subgraph-client';
import type { RuntimeContext } from './ask-context';

type Transports = NonNullable<GatewayConfigSupergraph['transports']>;

/** Replaces the runtime's HTTP transport: signed requests over a pool of connections for each subgraph. */
export function subgraphTransport(clients: ReadonlyMap<string, SubgraphClient>): Transports {
  return {
    http: {
      getSubgraphExecutor({ subgraphName }) {
        const client = clients.get(subgraphName);
        if (client === undefined) throw new Error(`no address is configured for the subgraph ${subgraphName}`);
        return ({ document, operationType, operationName, variables, context }) => {
          const { caller } = (context as unknown as RuntimeContext).ask;
          const request = { query: textOf(document), operationName, variables: variables as Record<string, unknown> };
          return operationType === OperationTypeNode.SUBSCRIPTION
            ? client.open(request, caller)
            : client.send(operationType === OperationTypeNode.MUTATION ? 'mutation' : 'query', request, caller);
        };
      },
    },
  } as Transports;
}
