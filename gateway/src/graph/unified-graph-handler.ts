import type { GraphQLSchema } from 'graphql';
import type { UnifiedGraphHandler } from '@graphql-hive/gateway-runtime';
import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { graphExecutor, type SubgraphAccess } from '../planning/graph-executor';
import type { JsonObject } from '../planning/json';
import { operationPlanner } from '../planning/operation';
import type { PreparedFetch } from '../planning/prepared-plan';

/** Lets the runtime answer operations by the Rust planner's plans; `schema` is what clients see of the supergraph. */
export function planningHandler(schema: GraphQLSchema): UnifiedGraphHandler {
  return (supergraph) => {
    const planner = new QueryPlanner(supergraph.getUnifiedGraphSDL());
    const execute = graphExecutor(schema, operationPlanner(planner, schema));
    return {
      unifiedGraph: schema,
      getSubgraphSchema: () => schema,
      executor: ({ document, operationName, variables = {}, context }) => {
        const call = (fetch: PreparedFetch, values: JsonObject) =>
          supergraph.onSubgraphExecute(fetch.subgraph, {
            document: fetch.document,
            operationType: fetch.operationType,
            variables: values,
            context,
            ...(fetch.operationName === undefined ? {} : { operationName: fetch.operationName }),
          });
        const access = { send: call, open: call } as unknown as SubgraphAccess;
        return execute({ document, operationName, variables }, access) as ReturnType<typeof call>;
      },
    };
  };
}
