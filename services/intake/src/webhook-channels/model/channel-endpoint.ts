import type { Channel } from '@redress/contracts';
import { z } from 'zod';
import type { LetterMedium } from '../../correspondence/model/letter.model';

/** The channels that speak by webhook, as they stand in addresses. */
export const WEBHOOK_CHANNELS = ['sms', 'chat', 'social-media'] as const;
export type WebhookChannel = (typeof WEBHOOK_CHANNELS)[number];

/** What each of them is in the register, and what letters go over it. */
export const CHANNEL_OF: Readonly<
  Record<WebhookChannel, { readonly channel: Channel; readonly medium: LetterMedium }>
> = {
  sms: { channel: 'SMS', medium: 'SMS' },
  chat: { channel: 'CHAT', medium: 'CHAT' },
  'social-media': { channel: 'SOCIAL_MEDIA', medium: 'CHAT' },
};

const LEAST_SECRET_BYTES = 32;

const secret = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length >= LEAST_SECRET_BYTES, `must be base64 of at least ${LEAST_SECRET_BYTES} bytes`);

/** A connection with a provider, as the environment declares it. */
export const channelEndpointSchema = z.strictObject({
  tenant: z.string().min(1).max(36),
  channel: z.enum(WEBHOOK_CHANNELS),
  /** Names the organisation in the address of the webhook; known to the provider alone. */
  key: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  /** The first signs what goes out; all are good for what comes in, so that they can be changed without a gap. */
  secrets: z.array(secret).min(1).max(5),
  /** Category of what neither the regulation nor the text tells the category of. */
  category: z.string().min(1).max(64).optional(),
  /** Where letters go. */
  outbound: z.url({ protocol: /^https?$/ }).optional(),
});

/** A connection with a provider of text messages, chats or a social network. */
export type ChannelEndpoint = z.infer<typeof channelEndpointSchema>;
