import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { RequestKeyRing, TokenVerifier } from '@redress/identity';
import type { Logger, Metrics } from '@redress/observability';
import { createCursorCodec } from '../connections/cursor';
import type { GraphContext } from '../context/graph-context';
import { createErrorMask } from '../errors/error-masking';
import type { MaskError } from '../errors/error-masking';
import type { SubgraphSchema } from '../schema/build-subgraph';
import { drainConnections } from './connection-drain';
import { defaultDocumentLimits, documentLimitsRule, noServiceDefinitionRule } from './document-limits';
import type { DocumentLimits } from './document-limits';
import { graphqlEndpoint } from './graphql-endpoint';
import { remarksInExtensions } from './remarks-in-extensions';
import { requestFigures } from './request-figures';
import { noSubscriptionsOverJson } from './no-subscriptions-over-json';
import { createSubscriptionStreams } from './subscription-streams';

/** How a subgraph is served. */
export interface StartSubgraphOptions {
  readonly name: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** 127.0.0.1 unless told. */
  readonly host?: string;
  readonly schema: SubgraphSchema;
  readonly tokenVerifier: TokenVerifier;
  readonly requestKeys: RequestKeyRing;
  /** Signs cursors; the same for all processes of a service. */
  readonly cursorKey: Uint8Array;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Also shows validation messages as they are. Off unless told. */
  readonly introspection?: boolean;
  readonly limits?: Partial<DocumentLimits>;
  /** More routes on the same port, outside the guard of `/graphql`: they bring their own. */
  readonly routes?: (app: FastifyInstance) => void;
}

/** A subgraph that answers at `url`. */
export interface RunningSubgraph {
  readonly url: string;
  /** Takes no new requests, ends event streams, lets requests in flight finish (10 s at most), then closes. */
  close(): Promise<void>;
}

/** The gateway adds representations to what a client sent, so this is above the 100 kB that a client may send. */
const LONGEST_BODY = 1_048_576;
const LONGEST_DRAIN_MS = 10_000;
const LONGEST_UPLOAD_MS = 30_000;

/** Serves a subgraph at `/graphql` to the gateway, and to nobody else. */
export async function startSubgraph(options: StartSubgraphOptions): Promise<RunningSubgraph> {
  const { schema, logger, introspection = false } = options;
  const limits = { ...defaultDocumentLimits, ...options.limits };
  const rules = [documentLimitsRule(limits), ...(introspection ? [] : [noServiceDefinitionRule])];
  const figures = requestFigures(options.metrics);
  const mask = createErrorMask({ showSchema: introspection, logger, onError: figures.countError });
  const apollo = apolloServer(schema, {
    name: options.name,
    introspection,
    rules,
    maxTokens: limits.tokens,
    mask,
    logger,
  });
  await apollo.start();
  const streams = createSubscriptionStreams({ schema: schema.schema, rules, maxTokens: limits.tokens, mask });

  const app = Fastify({
    logger: false,
    bodyLimit: LONGEST_BODY,
    forceCloseConnections: 'idle',
    requestTimeout: LONGEST_UPLOAD_MS,
  });
  const connections = drainConnections(app);
  app.setNotFoundHandler((_request, reply) => reply.code(404).type('application/json').send('{}'));
  options.routes?.(app);
  await app.register(
    graphqlEndpoint({
      name: options.name,
      requestKeys: options.requestKeys,
      sources: {
        tokenVerifier: options.tokenVerifier,
        logger,
        cursors: createCursorCodec(options.cursorKey),
        refusalTexts: schema.refusalTexts,
      },
      mask,
      figures,
      streams,
      answer: (contextOf) =>
        fastifyApolloHandler(apollo, { context: (request) => Promise.resolve(contextOf(request)) }),
    }),
  );
  const address = await app.listen({ port: options.port, host: options.host ?? '127.0.0.1' });
  logger.info({ address }, 'subgraph is listening');

  return {
    url: `${address}/graphql`,
    close: async () => {
      streams.endAll();
      connections.begin();
      const overdue = setTimeout(() => app.server.closeAllConnections(), LONGEST_DRAIN_MS).unref();
      await app.close();
      clearTimeout(overdue);
      await apollo.stop();
    },
  };
}

function apolloServer(
  { schema }: SubgraphSchema,
  options: {
    readonly name: string;
    readonly introspection: boolean;
    readonly rules: ReturnType<typeof documentLimitsRule>[];
    readonly maxTokens: number;
    readonly mask: MaskError;
    readonly logger: Logger;
  },
): ApolloServer<GraphContext> {
  return new ApolloServer<GraphContext>({
    schema,
    introspection: options.introspection,
    validationRules: options.rules,
    parseOptions: { maxTokens: options.maxTokens },
    formatError: options.mask,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    stringifyResult: JSON.stringify,
    logger: options.logger,
    plugins: [
      noSubscriptionsOverJson,
      remarksInExtensions(options.name),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
