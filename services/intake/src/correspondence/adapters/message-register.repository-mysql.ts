import { isDuplicateKey } from '@redress/persistence';
import { blindIndex } from '../../personal-data/blind-index';
import type { MasterKeys } from '../../personal-data/master-keys';
import { newSubjectKey, openSubjectKey } from '../../personal-data/subject-key';
import {
  correspondencePlace,
  KEPT_PLACE,
  type InboundState,
  type KeptMessage,
  type Sender,
} from '../receive-message/inbound-message.model';
import type { MessageRegister, WaitingMessage } from '../receive-message/message-register.repository';

interface WaitingRow extends Omit<WaitingMessage, 'kept'> {
  readonly wrappedKey: Buffer | null;
  readonly sealedMessage: Buffer | null;
}

const BY_KEY = `
  SELECT m.state, m.complaint_id AS complaintId FROM inbound_message m
  WHERE m.tenant_id = :tenantId AND m.message_key = :key`;
const OF_CONVERSATION = `
  SELECT m.complaint_id AS complaintId FROM inbound_message m
  WHERE m.tenant_id = :tenantId AND m.conversation = :conversation AND m.complaint_id IS NOT NULL
  ORDER BY m.received_at DESC LIMIT 1`;
const WAITING = `
  SELECT m.id, m.source, m.channel, m.state, m.received_at AS receivedAt, m.version, m.wrapped_key AS wrappedKey,
    m.sealed_message AS sealedMessage
  FROM inbound_message m WHERE m.tenant_id = :tenantId AND m.id = :id FOR UPDATE`;
const ROUTE = `
  UPDATE inbound_message m SET m.state = :state, m.complaint_id = :complaintId, m.reason = NULL, m.wrapped_key = NULL,
    m.sealed_message = NULL, m.sender_index = NULL, m.version = m.version + 1
  WHERE m.tenant_id = :tenantId AND m.id = :id`;
const BY_ADDRESS = (column: string) => `
  SELECT i.customer_id AS customerId FROM customer_identity i
  WHERE i.tenant_id = :tenantId AND i.${column} = :index AND i.wrapped_key IS NOT NULL ORDER BY i.customer_id LIMIT 1`;
const COLUMNS = { email: 'email_index', phone: 'phone_index', externalRef: 'external_ref_index' } as const;

/** Messages in MySQL. One that waits for a person is sealed by a key of its own, since it belongs to nobody yet. */
export function mysqlMessageRegister(masters: MasterKeys): MessageRegister {
  const senderIndex = (tenantId: string, sender: Sender): Buffer | null => {
    const [field, value] = addressOf(sender);
    return value === undefined ? null : blindIndex(masters.blindIndexKey, tenantId, field, value);
  };
  return {
    async findByKey(reader, key) {
      return (await reader.query<{ state: InboundState; complaintId: string | null }>(BY_KEY, { key }))[0];
    },

    async ofConversation(reader, conversation) {
      return (await reader.query<{ complaintId: string }>(OF_CONVERSATION, { conversation }))[0]?.complaintId;
    },

    async customerOf(reader, sender) {
      const [field] = addressOf(sender);
      const index = senderIndex(reader.tenantId, sender);
      if (index === null) return undefined;
      return (await reader.query<{ customerId: string }>(BY_ADDRESS(COLUMNS[field]), { index }))[0]?.customerId;
    },

    async enter(tx, { kept, conversation, ...entry }) {
      const sealed = kept === undefined ? undefined : sealedMessage(masters, tx.tenantId, entry.id, kept);
      try {
        await tx.insertMany('inbound_message', [
          {
            id: entry.id,
            source: entry.source,
            channel: entry.channel,
            message_key: entry.key,
            conversation: conversation ?? null,
            state: entry.state,
            reason: entry.reason ?? null,
            complaint_id: entry.complaintId ?? null,
            refused_files: entry.refusedFiles,
            received_at: entry.receivedAt,
            wrapped_key: sealed?.wrapped ?? null,
            sealed_message: sealed?.message ?? null,
            sender_index: kept === undefined ? null : senderIndex(tx.tenantId, kept.sender),
            version: 1,
          },
        ]);
        return true;
      } catch (error) {
        if (!isDuplicateKey(error, 'inbound_message_key')) throw error;
        return false;
      }
    },

    async lock(tx, id) {
      const [row] = await tx.query<WaitingRow>(WAITING, { id });
      if (row === undefined) return undefined;
      const { wrappedKey, sealedMessage: sealed, ...message } = row;
      const kept = openMessage(masters, { tenantId: tx.tenantId, id, wrappedKey, sealed });
      return { ...message, kept };
    },

    async route(tx, id, state, complaintId) {
      await tx.execute(ROUTE, { id, state, complaintId });
    },

    async addCorrespondence(tx, { sender, subject, text, ...entry }, key) {
      const content = JSON.stringify({ sender, subject, text });
      await tx.insertMany('correspondence', [
        {
          id: entry.id,
          complaint_id: entry.complaintId,
          medium: entry.medium,
          from_complainant: entry.fromComplainant,
          sealed_content: key.sealText(correspondencePlace(entry.id), content),
          received_at: entry.receivedAt,
        },
      ]);
    },
  };
}

function addressOf({ email, phone, externalRef }: Sender) {
  if (email !== undefined) return ['email', email] as const;
  if (phone !== undefined) return ['phone', phone] as const;
  return ['externalRef', externalRef] as const;
}

function sealedMessage(masters: MasterKeys, tenantId: string, id: string, message: KeptMessage) {
  const { key, wrapped } = newSubjectKey(masters, { tenantId, customerId: id });
  return { wrapped, message: key.sealText(KEPT_PLACE, JSON.stringify(message)) };
}

/** Opens a message that waits; `undefined` when it waits no more. */
function openMessage(
  masters: MasterKeys,
  row: {
    readonly tenantId: string;
    readonly id: string;
    readonly wrappedKey: Buffer | null;
    readonly sealed: Buffer | null;
  },
): KeptMessage | undefined {
  if (row.wrappedKey === null || row.sealed === null) return undefined;
  const key = openSubjectKey(masters, { tenantId: row.tenantId, customerId: row.id }, row.wrappedKey);
  return JSON.parse(key.openText(KEPT_PLACE, row.sealed)) as KeptMessage;
}
