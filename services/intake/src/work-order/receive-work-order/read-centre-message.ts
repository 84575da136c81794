import { z } from 'zod';

const key = { messageId: z.string().min(1).max(100), orderNumber: z.string().min(1).max(100) };
const note = z.string().max(1_000).optional();

/** What a contact centre sends. */
const centreMessage = z.discriminatedUnion('act', [
  z.strictObject({
    ...key,
    act: z.literal('CREATE'),
    /** Whether the centre answered the enquiry itself; then nothing is registered. */
    answeredByCentre: z.boolean().optional(),
    caller: z.strictObject({ name: z.string().min(1).max(100), phone: z.string().max(33).optional() }).optional(),
    text: z.string().min(1).max(20_000).optional(),
    itemType: z.enum(['COMPLAINT', 'GRIEVANCE', 'ENQUIRY', 'SUGGESTION']).optional(),
    category: z.string().min(1).max(64).optional(),
    product: z.string().max(200).optional(),
    note,
  }),
  z.strictObject({
    ...key,
    act: z.enum(['ACCEPT', 'START', 'URGE', 'TRANSFER', 'ANSWER', 'CLOSE']),
    transferTo: z.string().max(64).optional(),
    note,
  }),
]);

/** A message of a contact centre. */
export type CentreMessage = z.infer<typeof centreMessage>;
/** A new order of a contact centre. */
export type CentreOrder = Extract<CentreMessage, { act: 'CREATE' }>;

/** Reads a message; `undefined` for what is none. */
export function readCentreMessage(body: Buffer): CentreMessage | undefined {
  try {
    return centreMessage.safeParse(JSON.parse(body.toString())).data;
  } catch {
    return undefined;
  }
}
