import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequestKeyRing, createRequestVerifier, SIGNATURE_HEADER } from '@redress/identity';

/** Case handling as far as letters know it. */
export interface CaseHandlingStub {
  readonly url: string;
  readonly questions: readonly Record<string, unknown>[];
  /** What it answers to everybody who signs; `undefined` while it is away. */
  facts: object | undefined;
  stop(): Promise<void>;
}

/** Starts it with the keys of the service under test. */
export async function startCaseHandlingStub(): Promise<CaseHandlingStub> {
  const verifier = createRequestVerifier(createRequestKeyRing([{ id: 'test', secret: Buffer.alloc(32, 1) }]));
  const questions: Record<string, unknown>[] = [];
  const stub = { facts: undefined as object | undefined };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const signature = String(request.headers[SIGNATURE_HEADER]);
      const signed = verifier.verify({ method: 'POST', path: '/internal/case-facts', body }, signature);
      questions.push(JSON.parse(body.toString()) as Record<string, unknown>);
      response.statusCode = signed.ok ? (stub.facts === undefined ? 503 : 200) : 401;
      response.end(JSON.stringify(stub.facts ?? {}));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return Object.assign(stub, {
    url: `http://127.0.0.1:${port}`,
    questions,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}
