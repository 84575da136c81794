import { createHash } from 'node:crypto';
import { z } from 'zod';
import { CHAT_REFERENCE } from '../../correspondence/model/addressee.model';
import { lettersNamedIn } from '../../correspondence/model/letter.model';
import type { InboundMessage, Sender } from '../../correspondence/receive-message/inbound-message.model';
import { PHONE } from '../../customer/model/customer.rules';
import { CHANNEL_OF, type ChannelEndpoint } from '../model/channel-endpoint';

/** What a provider sends. */
const channelMessage = z.strictObject({
  /** The provider's own; the same message again has the same. */
  messageId: z.string().min(1).max(200),
  from: z.strictObject({
    /** A telephone number for text messages, otherwise the provider's id of the account. */
    address: z.string().min(1).max(58),
    name: z.string().max(100).optional(),
  }),
  text: z.string().max(20_000),
  /** What belongs together for the provider. */
  conversationId: z.string().min(1).max(200).optional(),
  /** The `letterId` of ours that it answers, as it was handed out. */
  inReplyTo: z.string().max(300).optional(),
});

/** Reads a message of a provider; `undefined` for what is none. */
export function readChannelMessage(
  body: Buffer,
  endpoint: ChannelEndpoint,
  receivedAt: Date,
): InboundMessage | undefined {
  const read = channelMessage.safeParse(parsed(body));
  if (!read.success) return undefined;
  const { messageId, from, text, conversationId, inReplyTo } = read.data;
  const { tenant, channel, key, category } = endpoint;
  if (channel === 'sms' && !PHONE.test(from.address)) return undefined;
  const place = `${channel}\n${key}`;
  return {
    tenantId: tenant,
    source: `channel:${channel}`,
    key: digest(`${place}\nmessage\n${messageId}`),
    ...CHANNEL_OF[channel],
    sender: { ...senderOf(endpoint, from.address), ...(from.name === undefined ? {} : { name: from.name }) },
    text,
    receivedAt,
    letterIds: lettersNamedIn(inReplyTo ?? ''),
    ...(conversationId === undefined ? {} : { conversation: digest(`${place}\nconversation\n${conversationId}`) }),
    files: [],
    ...(category === undefined ? {} : { defaultCategory: category }),
  };
}

function senderOf({ channel }: ChannelEndpoint, address: string): Sender {
  return channel === 'sms' ? { phone: address } : { externalRef: `${CHAT_REFERENCE}${address}` };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
