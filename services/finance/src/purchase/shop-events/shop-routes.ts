import type { StartSubgraphOptions } from '@redress/graphql-runtime';
import { isSignedWebhook, WEBHOOK_SIGNATURE_HEADER } from '@redress/identity';
import { systemClock, type Clock } from '@redress/kernel';
import { MOST_PURCHASES } from '../register-purchases/register-purchases.handler';
import type { ShopEndpoint } from './shop-endpoint';
import { readShopEvent, type ReadEvent } from './read-shop-event';
import type { EventAnswer } from './take-shop-events.handler';

/** What taking events from shops needs around it. */
export interface ShopRoutesPorts {
  readonly shops: readonly ShopEndpoint[];
  readonly take: (shop: ShopEndpoint, events: readonly ReadEvent[]) => Promise<EventAnswer[]>;
  /** By which signatures are judged. */
  readonly signatureClock?: Clock;
}

const BODY_BYTES_AT_MOST = 1_048_576;

/**
 * `POST /shop-events/<key>`: a CloudEvent or a batch of them from a shop system, signed. Whoever does not sign learns
 * nothing, not even whether there is such an address.
 */
export function shopRoutes({
  shops,
  take,
  signatureClock = systemClock,
}: ShopRoutesPorts): NonNullable<StartSubgraphOptions['routes']> {
  return (app) => {
    void app.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_BYTES_AT_MOST }, (_request, body, done) =>
        done(null, body),
      );
      scope.post<{ Params: { key: string } }>('/shop-events/:key', async (request, reply) => {
        const shop = shops.find(({ key }) => key === request.params.key);
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const header = request.headers[WEBHOOK_SIGNATURE_HEADER];
        const signature = typeof header === 'string' ? header : undefined;
        const signed = isSignedWebhook(shop?.secrets ?? [], body, { signature, now: signatureClock.now() });
        if (shop === undefined || !signed) return reply.code(401).send({});
        const events = eventsIn(body);
        if (events === undefined) return reply.code(400).send({ code: 'EVENTS_MALFORMED' });
        return reply.send({ events: await take(shop, events.map(readShopEvent)) });
      });
      return Promise.resolve();
    });
  };
}

/** The events of a body; `undefined` for what is no JSON, and for more than one call may bring. */
function eventsIn(body: Buffer): readonly unknown[] | undefined {
  const parsed = parsedAs(body);
  if (parsed === undefined) return undefined;
  const events: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  return events.length >= 1 && events.length <= MOST_PURCHASES ? events : undefined;
}

function parsedAs(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
