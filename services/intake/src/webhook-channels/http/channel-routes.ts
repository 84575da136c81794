import type { StartSubgraphOptions } from '@redress/graphql-runtime';
import { isSignedWebhook, WEBHOOK_SIGNATURE_HEADER } from '@redress/identity';
import { systemClock, type Clock } from '@redress/kernel';
import type { InboundMessage } from '../../correspondence/receive-message/inbound-message.model';
import type { Reception } from '../../correspondence/receive-message/receive-message.handler';
import type { ChannelEndpoint } from '../model/channel-endpoint';
import { readChannelMessage } from './read-channel-message';

/** What taking messages from providers needs around it. */
export interface ChannelRoutesPorts {
  readonly endpoints: readonly ChannelEndpoint[];
  readonly receive: (message: InboundMessage) => Promise<Reception>;
  readonly clock: Clock;
  /** By which signatures are judged; that of the machine, whatever time a test makes it for complaints. */
  readonly signatureClock?: Clock;
}

const BODY_BYTES_AT_MOST = 262_144;

/**
 * `POST /channels/<channel>/<key>`: messages from providers, signed. Whoever does not sign learns nothing, not even
 * whether there is such an address. A message that came before is answered as it was then, and changes nothing.
 */
export function channelRoutes({
  endpoints,
  receive,
  clock,
  signatureClock = systemClock,
}: ChannelRoutesPorts): NonNullable<StartSubgraphOptions['routes']> {
  return (app) => {
    void app.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_BYTES_AT_MOST }, (_request, body, done) =>
        done(null, body),
      );
      scope.post<{ Params: { channel: string; key: string } }>('/channels/:channel/:key', async (request, reply) => {
        const { channel, key } = request.params;
        const endpoint = endpoints.find((each) => each.channel === channel && each.key === key);
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const header = request.headers[WEBHOOK_SIGNATURE_HEADER];
        const signature = typeof header === 'string' ? header : undefined;
        const signed = isSignedWebhook(endpoint?.secrets ?? [], body, { signature, now: signatureClock.now() });
        if (endpoint === undefined || !signed) return reply.code(401).send({});
        const message = readChannelMessage(body, endpoint, clock.now());
        if (message === undefined) return reply.code(400).send({ code: 'MESSAGE_MALFORMED' });
        const { state, duplicate, number } = await receive(message);
        return reply.send({ state, duplicate, ...(number === undefined ? {} : { number }) });
      });
      return Promise.resolve();
    });
  };
}
