import { buildSchema } from 'graphql';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { createGatewayRuntime, type GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { currentTraceparent, withTraceContext, type Logger } from '@redress/observability';
import { publicParts } from '../access/public-parts';
import type { ErrorPresentation } from '../errors/present-errors';
import type { Limits } from '../limits/limits';
import type { SubgraphClient } from '../subgraphs/subgraph-client';
import { mapStream, type ResultStream } from '../streams/result-stream';
import { httpStatus, presentResult, type Answer, type ClientResult } from './answer';
import type { AskContext, AskParams, RuntimeContext } from './ask-context';
import { guard } from './guard.plugin';
import { OpenStreams } from './open-streams';
import { operationFacts } from './operation-facts';
import { runtimeLog } from './runtime-log';
import { subgraphTransport } from './subgraph-transport';
import { planningHandler } from './unified-graph-handler';

/** The graph as its clients use it, whatever the protocol. */
export interface Graph {
  readonly schema: GraphQLSchema;
  ask(params: AskParams, context: AskContext): Promise<Answer>;
  openStreams(): number;
  dispose(): Promise<void>;
}

/** What a graph is made of. */
export interface GraphOptions {
  readonly supergraph: string;
  readonly publicSchema: string;
  readonly clients: ReadonlyMap<string, SubgraphClient>;
  readonly limits: Limits;
  readonly introspection: boolean;
  readonly logger: Logger;
}

/** Opens the graph. Rejects when the supergraph cannot be read or a subgraph has no address. */
export async function openGraph(options: GraphOptions): Promise<Graph> {
  const { supergraph, limits, introspection, logger } = options;
  const schema = buildSchema(options.publicSchema, { assumeValidSDL: true });
  const runtime = createGatewayRuntime<RuntimeContext>({
    supergraph,
    unifiedGraphHandler: planningHandler(schema),
    transports: subgraphTransport(options.clients),
    logging: runtimeLog(logger),
    plugins: () => [guard({ limits, introspection, facts: operationFacts(schema, publicParts(supergraph)) })],
    // What is switched off here is done by this gateway itself, once for all protocols.
    maskedErrors: false,
    subgraphErrors: false,
    requestId: false,
    graphiql: false,
    landingPage: false,
    cors: false,
    __experimental__batchExecution: false,
  });
  await runtime.getSchema();
  const streams = new OpenStreams();
  const presentation = { logger, schemaIsOpen: introspection };
  return {
    schema,
    ask: (params, context) => ask(runtime, params, context, limits, presentation, streams),
    openStreams: () => streams.count,
    dispose: async () => {
      await runtime.dispose();
    },
  };
}

async function ask(
  runtime: GatewayRuntime<RuntimeContext>,
  params: AskParams,
  context: AskContext,
  limits: Limits,
  presentation: ErrorPresentation,
  streams: OpenStreams,
): Promise<Answer> {
  const charged: RuntimeContext['charged'] = {};
  const result = await runtime.getResultForParams(
    { params } as Question,
    { ask: context, charged, headers: {} } as Asked,
  );
  if (result === undefined) throw new Error('the runtime gave no result');
  if (Symbol.asyncIterator in result) {
    const results = presentStream(streams.follow(result, context.viewer), presentation);
    return { kind: 'stream', results };
  }
  const cost = charged.cost === undefined ? {} : { cost: { requested: charged.cost, maximum: limits.cost } };
  const told = { ...result.extensions, ...cost };
  const extensions = Object.keys(told).length === 0 ? undefined : told;
  return { kind: 'single', result: presentResult(result, presentation, extensions), status: httpStatus(result) };
}

/** The runtime needs the HTTP request for its own HTTP features only, none of which is used. */
type Question = Parameters<GatewayRuntime['getResultForParams']>[0];
type Asked = Parameters<GatewayRuntime<RuntimeContext>['getResultForParams']>[1];

/** Each step runs in the trace of the subscription, whoever pulls it. */
function presentStream(
  results: AsyncIterable<ExecutionResult>,
  presentation: ErrorPresentation,
): ResultStream<ClientResult> {
  const traceparent = currentTraceparent();
  const shown = mapStream(results, (result) => presentResult(result, presentation));
  const traced: ResultStream<ClientResult> = {
    next: () => withTraceContext(traceparent, () => shown.next()),
    return: () => shown.return(),
    [Symbol.asyncIterator]: () => traced,
  };
  return traced;
}
