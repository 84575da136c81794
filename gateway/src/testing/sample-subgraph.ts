import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, subscribe, validate, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { createRequestVerifier, SIGNATURE_HEADER, type RequestKeyRing } from '@redress/identity';
import type { SampleSubgraph } from './sample-schemas';

/** How the sample subgraph answers from now on. */
export type Behaviour = 'normal' | 'silent' | 'unready' | 'garbage' | 'reset' | 'held';

/** A running sample subgraph. */
export interface RunningSubgraph {
  readonly url: string;
  /** Bodies of the requests that arrived. */
  readonly requests: { query: string; variables?: Record<string, unknown> }[];
  readonly openStreams: () => number;
  behave(behaviour: Behaviour, times?: number): void;
  /** Puts these into the `extensions` of its answers from now on. */
  remark(extensions: object): void;
  /** Lets the requests go on that were held back. */
  release(): void;
  close(): Promise<void>;
}

/** Serves a sample subgraph over HTTP as the real ones do: signed requests only, and event streams for subscriptions. */
export async function startSampleSubgraph(
  { sdl, resolvers }: SampleSubgraph,
  keys: RequestKeyRing,
  port = 0,
): Promise<RunningSubgraph> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  const verifier = createRequestVerifier(keys);
  const requests: RunningSubgraph['requests'] = [];
  const mood: { behaviour: Behaviour; times: number } = { behaviour: 'normal', times: Infinity };
  const held: (() => void)[] = [];
  let extensions: object = {};
  let streams = 0;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const { authorization } = request.headers;
    const signature = request.headers[SIGNATURE_HEADER] as string | undefined;
    const signed = { method: 'POST', path: request.url ?? '', body, authorization };
    if (!verifier.verify(signed, signature).ok) return void response.writeHead(401).end();
    const asked = JSON.parse(body) as RunningSubgraph['requests'][number];
    requests.push(asked);
    if (mood.behaviour === 'held') await new Promise<void>((resolve) => held.push(resolve));
    else if (mood.behaviour !== 'normal' && mood.times-- > 0) return misbehave(mood.behaviour, response);
    const document = parse(asked.query);
    const errors = validate(schema, document);
    if (errors.length > 0) return send(response, { errors });
    const contextValue = { headers: request.headers };
    const args = { schema, document, variableValues: asked.variables ?? {}, contextValue };
    if (request.headers.accept !== 'text/event-stream') {
      return send(response, { ...(await execute(args)), extensions: { ...extensions } });
    }
    streams += 1;
    response.on('close', () => (streams -= 1));
    await stream(args, response);
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    requests,
    openStreams: () => streams,
    behave: (behaviour, times = Infinity) => Object.assign(mood, { behaviour, times }),
    remark: (own) => {
      extensions = own;
    },
    release: () => {
      mood.behaviour = 'normal';
      for (const goOn of held.splice(0)) goOn();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function misbehave(behaviour: Behaviour, response: ServerResponse): void {
  if (behaviour === 'unready') response.writeHead(503).end();
  if (behaviour === 'garbage') response.writeHead(200).end('<html>');
  if (behaviour === 'reset') response.destroy();
}

async function stream(
  args: { schema: GraphQLSchema; document: ReturnType<typeof parse>; contextValue: unknown },
  response: ServerResponse,
): Promise<void> {
  const results = await subscribe(args);
  if (!(Symbol.asyncIterator in results)) return send(response, results);
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).write(':\n\n');
  response.on('close', () => void results.return(undefined));
  for await (const result of results) response.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
  response.end('event: complete\ndata:\n\n');
}

function send(response: ServerResponse, result: ExecutionResult): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
