import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from '../metrics/metrics';
import type { Health } from './health';

/** Where the operations server listens (`port` 0 picks a free one) and what it shows. */
export interface OperationsServerOptions {
  port: number;
  host?: string;
  metrics: Metrics;
  health: Health;
}

/** The running operations server. */
export interface OperationsServer {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves `/live`, `/ready` (503 while a check fails or the process drains) and `/metrics` on a port of its own, which must
 * not be reachable from outside. Rejects when the port cannot be bound.
 */
export async function startOperationsServer(options: OperationsServerOptions): Promise<OperationsServer> {
  const { host = '127.0.0.1', metrics, health } = options;
  const server = createServer((request, response) => {
    answer(request, response, metrics, health).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://${host}:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, metrics: Metrics, health: Health) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
  switch (request.url?.split('?')[0] ?? '') {
    case '/live':
      return sendJson(response, 200, { live: true });
    case '/ready': {
      const readiness = await health.readiness();
      return sendJson(response, readiness.ready ? 200 : 503, readiness);
    }
    case '/metrics':
      return void response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.metrics());
    default:
      return void response.writeHead(404).end();
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}
