import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JSONWebKeySet } from 'jose';

const LOOPBACK = '127.0.0.1';

interface DiscoveryOptions {
  readonly port: number;
  readonly issuer?: string;
  jwks(): JSONWebKeySet;
}

/** Serves `/jwks.json` and `/.well-known/openid-configuration` on loopback: these tokens are for this machine only. */
export async function serveDiscovery(options: DiscoveryOptions): Promise<{ url: string; close(): Promise<void> }> {
  let url = '';
  const server = createServer((request, response) => {
    const document = documentFor(request.url ?? '/', url, options);
    response.writeHead(document === undefined ? 404 : 200, {
      'content-type': 'application/json',
      'cache-control': 'max-age=60',
    });
    response.end(JSON.stringify(document ?? {}));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, LOOPBACK, resolve);
  });
  url = `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

function documentFor(path: string, url: string, options: DiscoveryOptions): object | undefined {
  if (path === '/jwks.json') return options.jwks();
  if (path !== '/.well-known/openid-configuration') return undefined;
  return {
    issuer: options.issuer ?? url,
    jwks_uri: `${url}/jwks.json`,
    response_types_supported: ['token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['EdDSA'],
  };
}
