import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { buildSchema, GraphQLError, parse, type ExecutionArgs, type FormattedExecutionResult } from 'graphql';
import { handleProtocols, makeServer, type Context } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { newId } from '@redress/kernel';
import type { TokenVerifier, Viewer } from '@redress/identity';
import { currentTraceId, withSpan, type Logger } from '@redress/observability';
import { authenticate } from '../access/authenticate';
import type { TrustedDocuments } from '../documents/trusted-documents';
import { internalError } from '../errors/internal-error';
import { presentErrors } from '../errors/present-errors';
import type { Answer, ClientResult } from '../graph/answer';
import type { Graph } from '../graph/graph';
import { HttpRefusal } from '../http/http-refusal';
import { paramsOf } from '../http/read-params';
import { limitExceeded } from '../limits/limit-exceeded';
import { serveSocket, type SocketExtra } from './serve-socket';

/** What the socket endpoint is made of. */
export interface WebSocketOptions {
  readonly graph: Graph;
  readonly tokenVerifier: TokenVerifier;
  readonly documents: TrustedDocuments;
  readonly messageBytesAtMost: number;
  readonly logger: Logger;
}

/** GraphQL over WebSocket, protocol `graphql-transport-ws`. */
export interface WebSocketEndpoint {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Tells the clients that the server goes away. */
  close(): Promise<void>;
}

interface Session extends SocketExtra {
  viewer: Viewer | undefined;
  authorization: string | undefined;
}

type SocketContext = Context<Record<string, unknown>, Session>;

const GOING_AWAY = 1001;
const PATIENCE_MS = 3_000;
const UNAUTHORISED = 4401;
const MOST_OPERATIONS = 20;
/** The library executes what it parsed; here it is told what the graph has answered already. */
const PLACEHOLDER = { schema: buildSchema('type Query { answer: String }'), document: parse('{ answer }') };

/** Makes the endpoint. A socket is authenticated once, by the token of its first message or of its HTTP request. */
export function webSocketEndpoint(options: WebSocketOptions): WebSocketEndpoint {
  const { tokenVerifier, messageBytesAtMost, logger } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: messageBytesAtMost, handleProtocols });
  const answered = ({ contextValue }: ExecutionArgs) => asResults(contextValue as Answer) as AsyncIterable<never>;
  const protocol = makeServer<Record<string, unknown>, Session>({
    onConnect: async (context) => {
      const authorization = authorizationOf(context);
      const authentication = await authenticate(tokenVerifier, authorization);
      if (!authentication.ok) {
        context.extra.socket.close(UNAUTHORISED, authentication.error.message);
        return false;
      }
      Object.assign(context.extra, { viewer: authentication.viewer, authorization });
      return true;
    },
    onSubscribe: async (context, _id, payload) => {
      const answer = await answerOn(context, payload, options);
      return Array.isArray(answer) ? answer : { ...PLACEHOLDER, contextValue: answer };
    },
    // Already in the form that clients see; the library would format it again.
    onNext: (_context, _id, _payload, _arguments, result) => result as FormattedExecutionResult,
    execute: answered,
    subscribe: answered,
  });
  return {
    upgrade: (request, socket, head) =>
      sockets.handleUpgrade(request, socket, head, (opened) => {
        serveSocket(protocol, opened, { socket: opened, request, viewer: undefined, authorization: undefined }, logger);
      }),
    close: () => closeSockets(sockets),
  };
}

async function closeSockets(sockets: WebSocketServer): Promise<void> {
  for (const client of sockets.clients) client.close(GOING_AWAY, 'Going away');
  const cut = setTimeout(() => {
    for (const client of sockets.clients) client.terminate();
  }, PATIENCE_MS);
  await new Promise<void>((resolve) => sockets.close(() => resolve()));
  clearTimeout(cut);
}

/** Asks the graph. Errors that leave no answer are told as such, so that the client's stream fails. */
async function answerOn(
  context: SocketContext,
  payload: unknown,
  { graph, documents, logger }: WebSocketOptions,
): Promise<Answer | GraphQLError[]> {
  const { viewer, authorization, request, socket } = context.extra;
  if (viewer !== undefined && viewer.expiresAt.getTime() <= Date.now()) socket.close(UNAUTHORISED, 'token expired');
  return withSpan('SOCKET /graphql', { kind: 'server', traceparent: null }, async () => {
    const refuse = (error: GraphQLError) => presentErrors([error], { logger, schemaIsOpen: false }).map(asError);
    if (Object.keys(context.subscriptions).length > MOST_OPERATIONS) {
      return refuse(limitExceeded('operations on one socket', MOST_OPERATIONS));
    }
    try {
      const acceptLanguage = request.headers['accept-language'];
      const caller = { authorization, acceptLanguage, requestId: newId() };
      const answer = await graph.ask(paramsOf(payload, documents), { viewer, caller, method: 'SOCKET' });
      const failed = answer.kind === 'single' && answer.result.data === undefined;
      return failed ? (answer.result.errors ?? []).map(asError) : answer;
    } catch (error) {
      if (error instanceof HttpRefusal) return refuse(error.shown);
      logger.error({ error, traceId: currentTraceId() }, 'an operation failed');
      return refuse(internalError());
    }
  });
}

function asResults(answer: Answer): ClientResult | AsyncIterable<ClientResult> {
  return answer.kind === 'single' ? answer.result : answer.results;
}

function asError({ message, ...rest }: { message: string }): GraphQLError {
  return new GraphQLError(message, rest);
}

function authorizationOf({ connectionParams, extra }: SocketContext): string | undefined {
  const { authorization, Authorization } = connectionParams ?? {};
  const given = authorization ?? Authorization;
  return typeof given === 'string' ? given : extra.request.headers.authorization;
}
