import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AttachmentProxy } from '../attachments/attachment-proxy';
import type { Explorer } from '../explorer/explorer';
import type { WebSocketEndpoint } from '../subscriptions/web-socket';
import { allowOrigin } from './cross-origin';
import type { GraphqlEndpoint } from './graphql-endpoint';

/** The parts that answer, and where to listen. */
export interface HttpServerOptions {
  readonly host: string;
  readonly port: number;
  readonly graphql: GraphqlEndpoint;
  readonly sockets: WebSocketEndpoint;
  readonly attachments: AttachmentProxy;
  /** Papers of finance, and the evidence that comes in there. */
  readonly financeFiles: AttachmentProxy;
  readonly reportFiles: AttachmentProxy;
  /** Absent where nobody should explore. */
  readonly explorer?: Explorer;
  /** Origins of web clients that are served from elsewhere. */
  readonly allowedOrigins: readonly string[];
}

/** The listening gateway. */
export interface HttpServer {
  readonly url: string;
  /** Takes no new requests and waits for those under way; streams are told to go elsewhere. */
  close(): Promise<void>;
}

/** Listens. Rejects when the port cannot be bound. */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { host, port, sockets } = options;
  const active = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    active.add(response);
    response.once('close', () => active.delete(response));
    route(request, response, options).catch(() => response.destroy());
  });
  // Longer than the idle time of proxies in front, which would otherwise reuse a connection that is being closed.
  server.keepAliveTimeout = 75_000;
  server.headersTimeout = 20_000;
  server.requestTimeout = 120_000;
  server.on('upgrade', (request, socket, head) => {
    if (pathOf(request) === '/graphql') sockets.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
  });
  await listen(server, host, port);
  const { port: bound } = server.address() as AddressInfo;
  return { url: `http://${host}:${bound}`, close: () => closeServer(server, sockets, active) };
}

/** Files of people, each kept by the service that answers for it. */
const FILES = [
  { prefix: '/attachments/', keeper: 'attachments' },
  { prefix: '/finance-files/', keeper: 'financeFiles' },
  { prefix: '/report-files/', keeper: 'reportFiles' },
] as const;

/** Programs of others call these, never a browser; they go where files go, within the same limits. */
const WEBHOOKS = [
  { prefix: '/channels/', taker: 'attachments' },
  { prefix: '/work-orders/', taker: 'attachments' },
  { prefix: '/shop-events/', taker: 'financeFiles' },
] as const;

async function route(request: IncomingMessage, response: ServerResponse, options: HttpServerOptions): Promise<void> {
  const path = pathOf(request);
  if (path === '/graphql') {
    if (allowOrigin(request, response, options.allowedOrigins)) return;
    return options.graphql(request, response);
  }
  const files = FILES.find(({ prefix }) => path.startsWith(prefix));
  if (files !== undefined) {
    if (allowOrigin(request, response, options.allowedOrigins)) return;
    return options[files.keeper].handle(request, response);
  }
  const webhook = WEBHOOKS.find(({ prefix }) => path.startsWith(prefix));
  if (webhook !== undefined) return options[webhook.taker].handle(request, response);
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (reads && (await options.explorer?.(path, response)) === true) return;
  response.writeHead(404, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ errors: [{ message: 'Nothing is here.', extensions: { code: 'NOT_FOUND' } }] }));
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

const PATIENCE_MS = 8_000;

async function closeServer(
  server: Server,
  sockets: WebSocketEndpoint,
  active: ReadonlySet<ServerResponse>,
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // Event streams never end by themselves. Cut rather than completed, so that their clients subscribe elsewhere.
  for (const response of active) if (isEventStream(response)) response.destroy();
  await sockets.close();
  const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  await closed;
  clearTimeout(cut);
}

function isEventStream(response: ServerResponse): boolean {
  return String(response.getHeader('content-type')).startsWith('text/event-stream');
}
