import { createDevelopmentIssuer, createTokenVerifier } from '@redress/identity';
import { createLogger } from '@redress/observability';
import type { Role } from '@redress/kernel';
import { attachmentProxy } from '../attachments/attachment-proxy';
import { documentId, type TrustedDocuments } from '../documents/trusted-documents';
import { graphqlEndpoint } from '../http/graphql-endpoint';
import { startHttpServer } from '../http/http-server';
import { webSocketEndpoint } from '../subscriptions/web-socket';
import { openSampleGraph, type SampleGraph } from './sample-graph';

/** A gateway over the sample subgraphs, listening on a free port. */
export interface SampleGateway extends SampleGraph {
  readonly url: string;
  token(role: Role, validForSeconds?: number): Promise<string>;
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** A document that a client may name by its id. */
export const TRUSTED = 'query Trusted { complaint(id: "c7") { number } }';

/** Starts the sample gateway. `attachments`, `financeFiles` and `reportFiles` are the addresses of the services that keep files. */
export async function startSampleGateway(
  options: {
    introspection?: boolean;
    attachments?: string;
    financeFiles?: string;
    reportFiles?: string;
    attachmentBytes?: number;
  } = {},
): Promise<SampleGateway> {
  const sample = await openSampleGraph(
    options.introspection === undefined ? {} : { introspection: options.introspection },
  );
  const issuer = await createDevelopmentIssuer({ issuer: 'https://issuer.test' });
  const tokenVerifier = createTokenVerifier({ issuer: issuer.issuer, audience: issuer.audience, jwks: issuer.jwks() });
  const logger = createLogger({ service: 'gateway', level: 'silent' });
  const documents: TrustedDocuments = { all: [], find: (id) => (id === documentId(TRUSTED) ? TRUSTED : undefined) };
  const shared = { graph: sample.graph, tokenVerifier, documents, logger };
  const filesOf = (serviceUrl = 'http://127.0.0.1:9') =>
    attachmentProxy({ serviceUrl, bytesAtMost: options.attachmentBytes ?? 1_000_000, logger });
  const [attachments, financeFiles] = [filesOf(options.attachments), filesOf(options.financeFiles)];
  const reportFiles = filesOf(options.reportFiles);
  const server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    graphql: graphqlEndpoint({ ...shared, bodyBytesAtMost: 100_000 }),
    sockets: webSocketEndpoint({ ...shared, messageBytesAtMost: 100_000 }),
    attachments,
    financeFiles,
    reportFiles,
    allowedOrigins: ['https://app.example.org'],
  });
  const url = `${server.url}/graphql`;
  return {
    ...sample,
    url,
    token: (role, validForSeconds = 600) =>
      issuer.mintToken({ subject: 'somebody', tenantId: 'acme', roles: [role] }, { validForSeconds }),
    post: (body, headers = {}) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async close() {
      await server.close();
      await attachments.close();
      await financeFiles.close();
      await reportFiles.close();
      await sample.close();
      await issuer.close();
    },
  };
}
