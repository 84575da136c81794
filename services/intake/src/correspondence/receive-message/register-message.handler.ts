import type { Channel } from '@redress/contracts';
import type { Refusal } from '@redress/kernel';
import type { TenantReader } from '@redress/persistence';
import type { RegisterComplaint } from '../../complaint/register-complaint/register-complaint.command';
import type { RegistrationResult } from '../../complaint/register-complaint/register-complaint.handler';
import type { CustomerReference } from '../../customer/model/customer.model';
import type { Person } from '../../customer/model/visibility.rules';
import { fitting, type KeptMessage, type Sender } from './inbound-message.model';
import type { MessageRegister } from './message-register.repository';

/** Registers a complaint, as the mutation does. */
export type Register = (
  command: RegisterComplaint,
  person: Person,
  idempotencyKey: string,
) => Promise<RegistrationResult>;

/** A message that is to become a complaint. */
export interface MessageToRegister {
  readonly source: string;
  readonly channel: Channel;
  readonly receivedAt: Date;
  readonly message: KeptMessage;
  readonly categoryCode?: string;
}

/** Where the registration of a message led. */
export type MessageRegistration =
  { readonly complaintId: string; readonly number: string } | { readonly refusals: readonly Refusal[] };

const NAME_LENGTH_AT_MOST = 100;

/** Registers a message through the same door as every complaint, in the name of what took it in. */
export async function registerFromMessage(
  reader: TenantReader,
  { source, channel, receivedAt, message, categoryCode }: MessageToRegister,
  {
    idempotencyKey,
    messages,
    register,
  }: {
    readonly idempotencyKey: string;
    readonly messages: MessageRegister;
    readonly register: Register;
  },
): Promise<MessageRegistration> {
  const text = textOf(message);
  if (text === '') return { refusals: [{ code: 'INTAKE_TEXT_MISSING' }] };
  const command: RegisterComplaint = {
    channel,
    customer: await complainantBehind(reader, message.sender, messages),
    text,
    receivedAt,
    ...(categoryCode === undefined ? {} : { categoryCode }),
  };
  const person: Person = { tenantId: reader.tenantId, subject: source, roles: ['agent'] };
  const { outcome } = await register(command, person, idempotencyKey);
  if (!outcome.ok) return { refusals: outcome.refusals };
  return { complaintId: outcome.value.complaintId, number: outcome.value.number };
}

/** The subject often says what the text takes for granted. */
function textOf({ subject, text }: KeptMessage): string {
  const parts = [subject?.trim() ?? '', text.trim()].filter((part) => part !== '');
  return fitting([...new Set(parts)].join('\n\n'));
}

async function complainantBehind(
  reader: TenantReader,
  sender: Sender,
  messages: MessageRegister,
): Promise<CustomerReference> {
  const id = await messages.customerOf(reader, sender);
  if (id !== undefined) return { id };
  const { name, email, phone, externalRef } = sender;
  return {
    ...(externalRef === undefined ? {} : { externalRef }),
    details: {
      name: nameOf([name, email?.split('@')[0], phone, externalRef]),
      kind: 'CONSUMER',
      ...(email === undefined ? {} : { email }),
      ...(phone === undefined ? {} : { phone }),
    },
  };
}

/** What the sender calls themself, or the nearest to it. */
function nameOf(candidates: readonly (string | undefined)[]): string {
  const name = candidates.map((candidate) => candidate?.trim() ?? '').find((candidate) => candidate !== '');
  return [...(name ?? '?')].slice(0, NAME_LENGTH_AT_MOST).join('');
}
