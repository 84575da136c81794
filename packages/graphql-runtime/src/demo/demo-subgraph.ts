import { randomBytes } from 'node:crypto';
import {
  createDevelopmentIssuer,
  createRequestKeyRing,
  createTokenVerifier,
  SIGNATURE_HEADER,
  signRequest,
} from '@redress/identity';
import type { AccessClaims } from '@redress/identity';
import { newId } from '@redress/kernel';
import { createLogger, createMetrics } from '@redress/observability';
import { buildSubgraph, containerOf, createPubSub, startSubgraph } from '../index';
import type { StartSubgraphOptions } from '../index';
import { Ticket } from './ticket.gql';
import { TicketResolver, ticketReferences, ticketTexts } from './ticket.resolver';
import { ticketStore } from './ticket-store';
import type { TicketRow } from './ticket-store';

export const aHandler: AccessClaims = { subject: 'handler-1', tenantId: 'acme', roles: ['handler'] };

export function someTickets(count: number, tenantId = 'acme'): TicketRow[] {
  return Array.from({ length: count }, (_, index) => ({
    id: newId(),
    tenantId,
    title: `ticket ${index}`,
    // Pairs share a moment, so that the id has to break ties.
    openedAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(index / 2) * 60_000),
    state: 'OPEN',
    costMinor: 1250n,
    version: 1,
  }));
}

export function demoSchema(rows: readonly TicketRow[] = []) {
  const store = ticketStore(rows);
  const pubSub = createPubSub();
  const schema = buildSubgraph({
    resolvers: [TicketResolver],
    orphanedTypes: [Ticket],
    references: { Ticket: ticketReferences(store) },
    container: containerOf([new TicketResolver(store, pubSub)]),
    refusalTexts: ticketTexts,
    pubSub,
  });
  return { schema, store, pubSub };
}

/** The demonstration over real HTTP, with what plays the gateway. */
export async function startDemo(rows: readonly TicketRow[], options: Partial<StartSubgraphOptions> = {}) {
  const issuer = await createDevelopmentIssuer({ issuer: 'urn:test' });
  const requestKeys = createRequestKeyRing([{ id: 'k1', secret: randomBytes(32) }]);
  const logLines: string[] = [];
  const { schema, store, pubSub } = demoSchema(rows);
  const server = await startSubgraph({
    name: 'tickets',
    port: 0,
    schema,
    tokenVerifier: createTokenVerifier({ issuer: 'urn:test', audience: 'redress', jwks: issuer.jwks() }),
    requestKeys,
    cursorKey: randomBytes(32),
    logger: createLogger({
      service: 'tickets',
      level: 'debug',
      destination: { write: (line) => void logLines.push(line) },
    }),
    metrics: createMetrics('tickets'),
    ...options,
  });

  async function headersFor(body: string, claims: AccessClaims | undefined, extra: Record<string, string> = {}) {
    const authorization = claims === undefined ? undefined : `Bearer ${await issuer.mintToken(claims)}`;
    const signature = signRequest(requestKeys, { method: 'POST', path: '/graphql', body, authorization });
    return {
      'content-type': 'application/json',
      [SIGNATURE_HEADER]: signature,
      ...(authorization === undefined ? {} : { authorization }),
      ...extra,
    };
  }

  return {
    server,
    store,
    pubSub,
    issuer,
    requestKeys,
    logLines,
    headersFor,
    /** Sends a body as the gateway would. */
    send: async (request: unknown, claims: AccessClaims | undefined = aHandler, extra: Record<string, string> = {}) => {
      const body = typeof request === 'string' ? request : JSON.stringify(request);
      return fetch(server.url, { method: 'POST', body, headers: await headersFor(body, claims, extra) });
    },
  };
}
