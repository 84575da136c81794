import {
  createSourceEventStream,
  execute,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLSchema, ValidationRule } from 'graphql';
import type { FastifyReply } from 'fastify';
import { createLoaders } from '../context/loaders';
import type { GraphContext } from '../context/graph-context';
import type { MaskError } from '../errors/error-masking';
import { PublicError } from '../errors/public-error';
import { openEventStream } from './event-stream';
import type { EventStream } from './event-stream';
import type { GraphqlRequest } from './graphql-request';

/** What the streams of a server have in common. */
export interface SubscriptionSources {
  readonly schema: GraphQLSchema;
  readonly rules: readonly ValidationRule[];
  readonly maxTokens: number;
  readonly mask: MaskError;
  /** Streams open at once in this process. 2,000 unless told. */
  readonly maxStreams?: number;
}

/** The open subscriptions of a server. */
export interface SubscriptionStreams {
  serve(request: GraphqlRequest, context: GraphContext, reply: FastifyReply): Promise<void>;
  /** Ends every stream with `TEMPORARILY_UNAVAILABLE`, so that clients subscribe again, at another process. */
  endAll(): void;
}

/** Answers subscriptions over server-sent events. */
export function createSubscriptionStreams(sources: SubscriptionSources): SubscriptionStreams {
  const open = new Set<EventStream>();
  const { maxStreams = 2_000 } = sources;

  async function serve(request: GraphqlRequest, context: GraphContext, reply: FastifyReply): Promise<void> {
    const stream = openEventStream(reply);
    open.add(stream);
    try {
      if (open.size > maxStreams) throw new PublicError('LIMIT_EXCEEDED', 'Too many subscriptions are open.');
      await feed(stream, request, context, sources);
    } catch (error) {
      await stream.next({ errors: masked([toGraphqlError(error)], sources.mask) });
    } finally {
      stream.end();
      open.delete(stream);
    }
  }

  return {
    serve,
    endAll: () => {
      // A mere `complete` would tell clients that there is nothing more to come.
      const goodbye = new PublicError('TEMPORARILY_UNAVAILABLE', 'The service is stopping; subscribe again.', {
        retryable: true,
      });
      for (const stream of open) {
        void stream.next({ errors: masked([goodbye], sources.mask) });
        stream.end();
      }
    },
  };
}

async function feed(
  stream: EventStream,
  request: GraphqlRequest,
  context: GraphContext,
  { schema, rules, maxTokens, mask }: SubscriptionSources,
): Promise<void> {
  const document = readSubscription(request, { schema, rules, maxTokens });
  if (!('kind' in document)) {
    await stream.next({ errors: masked(document.errors, mask, 'GRAPHQL_VALIDATION_FAILED') });
    return;
  }
  const work = {
    schema,
    document,
    variableValues: request.variables ?? null,
    operationName: request.operationName ?? null,
  };
  const source = await createSourceEventStream({ ...work, contextValue: context });
  if (!(Symbol.asyncIterator in source)) {
    await stream.next(formatted(source, mask));
    return;
  }
  const events = source[Symbol.asyncIterator]();
  // A filtered source begins to listen at its first `next`; a stop before that would not reach the listener.
  let pending = events.next();
  const stop = (): void => void events.return?.()?.catch(() => undefined);
  const expiry = endAtExpiry(context, stop);
  stream.signal.addEventListener('abort', stop);
  if (stream.signal.aborted) stop();
  try {
    for (let event = await pending; event.done !== true; event = await pending) {
      // Loaders cache: an event that were read through those of an earlier one would show what was true then.
      const contextValue: GraphContext = { ...context, loader: createLoaders() };
      await stream.next(formatted(await execute({ ...work, rootValue: event.value, contextValue }), mask));
      pending = events.next();
    }
  } finally {
    clearTimeout(expiry.timer);
    stop();
  }
  if (expiry.passed()) throw new PublicError('UNAUTHENTICATED', 'The access token has expired.');
}

function readSubscription(
  { query = '', operationName }: GraphqlRequest,
  { schema, rules, maxTokens }: Pick<SubscriptionSources, 'schema' | 'rules' | 'maxTokens'>,
): DocumentNode | { readonly errors: readonly GraphQLError[] } {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens });
  } catch {
    throw new PublicError('BAD_USER_INPUT', 'The document cannot be parsed, or has too many tokens.');
  }
  const errors = validate(schema, document, [...specifiedRules, ...rules]);
  if (errors.length > 0) return { errors };
  if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.SUBSCRIPTION) {
    throw new PublicError('BAD_USER_INPUT', 'An event stream carries one subscription; send anything else as JSON.');
  }
  return document;
}

/** A stream lives no longer than the right to see it. */
function endAtExpiry(context: GraphContext, stop: () => void): { timer: NodeJS.Timeout; passed: () => boolean } {
  const longestTimerMs = 2 ** 31 - 1;
  const leftMs = context.viewer.expiresAt.getTime() - Date.now();
  const timer = setTimeout(stop, Math.min(Math.max(leftMs, 0), longestTimerMs)).unref();
  return { timer, passed: () => context.viewer.expiresAt.getTime() <= Date.now() };
}

function formatted(result: ExecutionResult, mask: MaskError): object {
  return result.errors === undefined ? result : { ...result, errors: masked(result.errors, mask) };
}

function masked(errors: readonly GraphQLError[], mask: MaskError, code?: string): object[] {
  return errors.map((error) => {
    const shown = error.toJSON();
    return mask(code === undefined ? shown : { ...shown, extensions: { code } }, error);
  });
}

function toGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return new GraphQLError('fault', { originalError: error instanceof Error ? error : new Error(String(error)) });
}
