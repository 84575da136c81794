import { createServer } from 'node:http';
import { createDevelopmentIssuer } from '@redress/identity';
import { readIssuerEnvironment } from './environment';

/** Serves the development issuer's public keys to the other containers of a composition. Not for production. */
async function main(): Promise<void> {
  const { host, port, issuer: name, keyFile } = readIssuerEnvironment();
  const issuer = await createDevelopmentIssuer({ keyFile, issuer: name });
  const server = createServer((request, response) => {
    const document = { '/jwks.json': () => issuer.jwks(), '/ready': () => ({ ready: true }) }[request.url ?? ''];
    response.writeHead(document === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(document?.() ?? {}));
  });
  server.listen(port, host);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => server.close());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
