import { Pool } from 'undici';
import type { ExecutionResult } from 'graphql';
import type { RequestKeyRing } from '@redress/identity';
import { withSpan, type Logger } from '@redress/observability';
import { postUntilAnswered } from './attempts';
import { readAnswer } from './subgraph-answer';
import type { SubgraphCaller } from './subgraph-caller';
import { subgraphUnavailable, subgraphUnreached } from './subgraph-errors';
import { requestBody, signedHeaders, type SubgraphRequest } from './subgraph-request';
import { readEventStream } from './subgraph-stream';
import { neverArrived } from './repeatable';

/** How a request to a subgraph ended. */
export type SubgraphOutcome = 'ok' | 'failed' | 'unavailable';

/** Talks GraphQL to one subgraph. Its promises resolve with coded errors; they do not reject because it is away. */
export interface SubgraphClient {
  send(operation: 'query' | 'mutation', request: SubgraphRequest, caller: SubgraphCaller): Promise<ExecutionResult>;
  open(request: SubgraphRequest, caller: SubgraphCaller): Promise<ExecutionResult | AsyncIterable<ExecutionResult>>;
  /** Waits for the answers that are under way and breaks streams off. */
  close(): Promise<void>;
}

/** How a subgraph is reached and how long it may take. */
export interface SubgraphClientOptions {
  readonly name: string;
  readonly url: string;
  readonly keys: RequestKeyRing;
  readonly logger: Logger;
  /** For the first byte of an answer, and then between two. */
  readonly timeoutMs: number;
  readonly connections?: number;
  readonly onFinished?: (outcome: SubgraphOutcome, seconds: number) => void;
}

const LARGEST_ANSWER = 16 * 1024 * 1024;
const CONNECT = { timeout: 1_000 };

/** Makes the client of one subgraph. Connects on the first request. */
export function createSubgraphClient(options: SubgraphClientOptions): SubgraphClient {
  const { timeoutMs: headersTimeout, connections = 32 } = options;
  const { origin, pathname: path } = new URL(options.url);
  const settings = { connect: CONNECT, headersTimeout };
  const answers = { ...settings, connections, bodyTimeout: headersTimeout, maxResponseSize: LARGEST_ANSWER };
  const pool = new Pool(origin, answers);
  // A stream holds its connection, silently at times, for as long as a client listens.
  const streams = new Pool(origin, { ...settings, connections: null, bodyTimeout: 0 });
  return {
    send: (operation, request, caller) =>
      withSpan(
        `${operation} ${options.name}`,
        { kind: 'client', attributes: { 'redress.subgraph': options.name } },
        () => exchange(options, pool, path, operation, requestBody(request), caller),
      ),
    open: (request, caller) => openStream(options, streams, path, requestBody(request), caller),
    close: async () => {
      await Promise.all([pool.close(), streams.destroy()]);
    },
  };
}

async function exchange(
  { name, keys, logger, onFinished = () => undefined }: SubgraphClientOptions,
  pool: Pool,
  path: string,
  operation: 'query' | 'mutation',
  body: string,
  caller: SubgraphCaller,
): Promise<ExecutionResult> {
  const started = performance.now();
  const finish = (outcome: SubgraphOutcome) => onFinished(outcome, (performance.now() - started) / 1_000);
  try {
    const headers = () => signedHeaders(keys, path, body, caller, 'application/json');
    const answer = await postUntilAnswered(pool, path, body, headers, operation === 'query');
    const result = readAnswer(answer.text);
    if (result === undefined) throw new Error(`answered ${answer.status} without GraphQL`);
    finish(result.errors === undefined ? 'ok' : 'failed');
    return result;
  } catch (error) {
    finish('unavailable');
    logger.error({ subgraph: name, error }, 'a subgraph does not answer');
    const unreached = operation === 'mutation' && neverArrived(error);
    return { errors: [unreached ? subgraphUnreached() : subgraphUnavailable(operation)] };
  }
}

async function openStream(
  { name, keys, logger }: SubgraphClientOptions,
  streams: Pool,
  path: string,
  body: string,
  caller: SubgraphCaller,
): Promise<ExecutionResult | AsyncIterable<ExecutionResult>> {
  try {
    const headers = signedHeaders(keys, path, body, caller, 'text/event-stream');
    const answer = await streams.request({ path, method: 'POST', headers, body });
    if (answer.statusCode === 200 && String(answer.headers['content-type']).startsWith('text/event-stream')) {
      return readEventStream(answer.body, (error) => logger.warn({ subgraph: name, error }, 'a stream broke'));
    }
    const result = readAnswer(await answer.body.text());
    if (result === undefined) throw new Error(`answered ${answer.statusCode} without GraphQL`);
    return result;
  } catch (error) {
    logger.error({ subgraph: name, error }, 'a subgraph does not answer');
    return { errors: [subgraphUnavailable('subscription')] };
  }
}
