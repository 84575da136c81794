import type { IncomingMessage, ServerResponse } from 'node:http';
import { newId } from '@redress/kernel';
import type { TokenVerifier } from '@redress/identity';
import { withSpan, type Logger } from '@redress/observability';
import { authenticate } from '../access/authenticate';
import type { TrustedDocuments } from '../documents/trusted-documents';
import { internalError } from '../errors/internal-error';
import { presentErrors, type ErrorPresentation } from '../errors/present-errors';
import { statusOf } from '../errors/public-error';
import type { Answer } from '../graph/answer';
import type { AskContext } from '../graph/ask-context';
import type { Graph } from '../graph/graph';
import { acceptedMedia, type AnswerMedia } from './accepted-media';
import { HttpRefusal } from './http-refusal';
import { readParams } from './read-params';
import { writeAnswer, writeJson } from './write-answer';

/** What the GraphQL endpoint is made of. */
export interface GraphqlEndpointOptions {
  readonly graph: Graph;
  readonly tokenVerifier: TokenVerifier;
  readonly documents: TrustedDocuments;
  readonly bodyBytesAtMost: number;
  readonly logger: Logger;
  readonly onAnswered?: (status: number, seconds: number) => void;
}

/** Answers GraphQL over HTTP: GET and POST, JSON and event streams. */
export type GraphqlEndpoint = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const REQUEST_ID = /^[\w.-]{8,64}$/;

/** Makes the handler of `/graphql`. It never rejects. */
export function graphqlEndpoint(options: GraphqlEndpointOptions): GraphqlEndpoint {
  const { logger, onAnswered = () => undefined } = options;
  return async (request, response) => {
    const started = performance.now();
    response.once('close', () => onAnswered(response.statusCode, (performance.now() - started) / 1_000));
    const traceparent = headerOf(request, 'traceparent') ?? null;
    await withSpan(`${request.method} /graphql`, { kind: 'server', traceparent }, async () => {
      const media = acceptedMedia(request.headers.accept);
      try {
        await answer(request, response, media, options);
      } catch (error) {
        refuse(response, media ?? 'application/json', error, { logger, schemaIsOpen: false });
      }
    });
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  media: AnswerMedia | undefined,
  { graph, tokenVerifier, documents, bodyBytesAtMost }: GraphqlEndpointOptions,
): Promise<void> {
  const requestId = requestIdOf(request);
  response.setHeader('x-request-id', requestId);
  if (request.method !== 'GET' && request.method !== 'POST') {
    throw new HttpRefusal(405, 'METHOD_NOT_ALLOWED', 'Send operations by GET or POST.');
  }
  if (media === undefined) {
    throw new HttpRefusal(406, 'NOT_ACCEPTABLE', 'Accept application/graphql-response+json or text/event-stream.');
  }
  const params = await readParams(request, { bodyBytesAtMost, documents });
  const authentication = await authenticate(tokenVerifier, request.headers.authorization);
  if (!authentication.ok) throw authentication.error;
  const context: AskContext = {
    viewer: authentication.viewer,
    method: request.method,
    caller: {
      authorization: request.headers.authorization,
      acceptLanguage: headerOf(request, 'accept-language'),
      requestId,
    },
  };
  await writeAnswer(response, media, needsStream(await graph.ask(params, context), media));
}

/** A subscription asked for without an event stream is left again at once. */
function needsStream(answer: Answer, media: AnswerMedia): Answer {
  if (answer.kind === 'single' || media === 'text/event-stream') return answer;
  void answer.results.return();
  throw new HttpRefusal(406, 'NOT_ACCEPTABLE', 'A subscription is answered as text/event-stream, or over WebSocket.');
}

function refuse(response: ServerResponse, media: AnswerMedia, error: unknown, presentation: ErrorPresentation): void {
  const shown = error instanceof HttpRefusal ? error.shown : asShown(error, presentation);
  if (response.headersSent) return void response.destroy();
  if (error instanceof HttpRefusal) {
    for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
  }
  const json = media === 'text/event-stream' ? 'application/json' : media;
  writeJson(response, statusOf(shown) ?? 500, json, { errors: presentErrors([shown], presentation) });
}

function asShown(error: unknown, { logger }: ErrorPresentation) {
  if (error instanceof Error && statusOf(error as never) !== undefined)
    return error as ReturnType<typeof internalError>;
  logger.error({ error }, 'a request failed');
  return internalError();
}

function requestIdOf(request: IncomingMessage): string {
  const given = headerOf(request, 'x-request-id');
  return given !== undefined && REQUEST_ID.test(given) ? given : newId();
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
