import { withSpan, withTraceContext } from '@redress/observability';
import type { RequestKeyRing } from '@redress/identity';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphContext } from '../context/graph-context';
import type { MaskError } from '../errors/error-masking';
import { PublicError } from '../errors/public-error';
import { guardForGateway } from './gateway-only';
import { readGraphqlRequest } from './graphql-request';
import { requestContext } from './request-context';
import type { ContextSources } from './request-context';
import type { RequestFigures } from './request-figures';
import type { SubscriptionStreams } from './subscription-streams';

type Answer = (request: FastifyRequest, reply: FastifyReply) => unknown;

interface EndpointOptions {
  readonly name: string;
  readonly requestKeys: RequestKeyRing;
  readonly sources: ContextSources;
  readonly mask: MaskError;
  readonly figures: RequestFigures;
  readonly streams: SubscriptionStreams;
  /** Makes the handler that answers queries and mutations, given where each request's context is. */
  answer(contextOf: (request: FastifyRequest) => GraphContext): Answer;
}

const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  LIMIT_EXCEEDED: 413,
  TEMPORARILY_UNAVAILABLE: 503,
};

/** The `/graphql` route: signature, token and size are checked before GraphQL sees the request. */
export function graphqlEndpoint(options: EndpointOptions): (app: FastifyInstance) => Promise<void> {
  const contexts = new WeakMap<FastifyRequest, GraphContext>();
  const answer = options.answer((request) => {
    const context = contexts.get(request);
    if (context === undefined) throw new Error('the request has no context');
    return context;
  });

  async function serve(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    try {
      const context = await requestContext(request, options.sources);
      const graphqlRequest = readGraphqlRequest(request);
      if (wantsEventStream(request)) return await options.streams.serve(graphqlRequest, context, reply);
      if (request.method !== 'POST')
        return await reply.code(405).header('allow', 'POST').type('application/json').send('{}');
      contexts.set(request, context);
      request.body = graphqlRequest;
      return await answer(request, reply);
    } catch (error) {
      return refused(error, reply, options.mask);
    }
  }

  return async (app) => {
    const gateway = guardForGateway(app, options.requestKeys, options.sources.logger);
    app.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        if (!gateway.isSigned(request)) return gateway.refuse(reply);
        const traceparent =
          typeof request.headers['traceparent'] === 'string' ? request.headers['traceparent'] : undefined;
        // A stream may last for hours: as a span, or among the durations of requests, it would only mislead.
        if (wantsEventStream(request)) return withTraceContext(traceparent, () => serve(request, reply));
        const startedAt = performance.now();
        const span = { kind: 'server', traceparent: traceparent ?? null } as const;
        const answered = await withSpan(`graphql ${options.name}`, span, () => serve(request, reply));
        options.figures.observe(reply.statusCode, (performance.now() - startedAt) / 1000);
        return answered;
      },
    });
    return Promise.resolve();
  };
}

function wantsEventStream(request: FastifyRequest): boolean {
  const { accept = '' } = request.headers;
  return accept.includes('text/event-stream') && !accept.includes('json');
}

function refused(error: unknown, reply: FastifyReply, mask: MaskError): FastifyReply {
  const shown =
    error instanceof PublicError ? error.toJSON() : { message: '', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
  const formatted = mask(shown, error);
  const code = String(formatted.extensions?.['code']);
  const status = STATUS[code] ?? (error instanceof PublicError ? 400 : 500);
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [formatted] }));
}
