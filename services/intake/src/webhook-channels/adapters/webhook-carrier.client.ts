import { signWebhook, WEBHOOK_SIGNATURE_HEADER } from '@redress/identity';
import { systemClock } from '@redress/kernel';
import type { LetterCarrier } from '../../correspondence/model/letter-carrier.client';
import type { LetterMedium } from '../../correspondence/model/letter.model';
import { CHANNEL_OF, type ChannelEndpoint } from '../model/channel-endpoint';

const TIMEOUT_MS = 15_000;
const TRY_AGAIN = new Set([408, 425, 429]);

/** Letters as text messages or in a chat: a signed call to the organisation's provider. */
export function webhookCarrier(medium: LetterMedium, endpoints: readonly ChannelEndpoint[]): LetterCarrier {
  return {
    medium,
    async send(tenantId, { to, text, messageId }) {
      const endpoint = endpoints.find(
        ({ tenant, channel, outbound }) =>
          tenant === tenantId && outbound !== undefined && CHANNEL_OF[channel].medium === medium,
      );
      const [secret] = endpoint?.secrets ?? [];
      if (endpoint?.outbound === undefined || secret === undefined) {
        return { taken: false, error: 'NO_PROVIDER', permanent: false };
      }
      const letterId = messageId.slice(1, -1);
      const body = Buffer.from(JSON.stringify({ letterId, to, text }));
      const response = await fetch(endpoint.outbound, {
        method: 'POST',
        redirect: 'error',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': letterId,
          [WEBHOOK_SIGNATURE_HEADER]: signWebhook(secret, body, systemClock.now()),
        },
        body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }).catch(() => undefined);
      if (response === undefined) return { taken: false, error: 'PROVIDER_AWAY', permanent: false };
      await response.body?.cancel();
      if (response.ok) return { taken: true };
      const permanent = response.status >= 400 && response.status < 500 && !TRY_AGAIN.has(response.status);
      return { taken: false, error: `PROVIDER_${response.status}`, permanent };
    },
    close: () => Promise.resolve(),
  };
}

/** The carriers of an installation: one for each medium over which some organisation can send. */
export function webhookCarriers(endpoints: readonly ChannelEndpoint[]): LetterCarrier[] {
  const media = endpoints
    .filter(({ outbound }) => outbound !== undefined)
    .map(({ channel }) => CHANNEL_OF[channel].medium);
  return [...new Set(media)].map((medium) => webhookCarrier(medium, endpoints));
}
