import type { Channel } from '@redress/contracts';
import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { SubjectKey } from '../../personal-data/subject-key';
import type { LetterMedium } from '../model/letter.model';
import type { InboundState, KeptMessage, Sender } from './inbound-message.model';

/** What is noted of every message, whatever became of it. */
export interface MessageEntry {
  readonly id: string;
  readonly source: string;
  readonly channel: Channel;
  readonly key: Buffer;
  readonly conversation: Buffer | undefined;
  readonly state: InboundState;
  readonly reason?: string;
  readonly complaintId?: string;
  readonly refusedFiles: number;
  readonly receivedAt: Date;
  /** The message itself, as long as it belongs to no complaint. */
  readonly kept?: KeptMessage;
}

/** A message that waits for a person. */
export interface WaitingMessage {
  readonly id: string;
  readonly source: string;
  readonly channel: Channel;
  readonly state: InboundState;
  readonly receivedAt: Date;
  readonly version: number;
  readonly kept: KeptMessage | undefined;
}

/** A message on a complaint. */
export interface CorrespondenceEntry {
  readonly id: string;
  readonly complaintId: string;
  readonly medium: LetterMedium;
  readonly fromComplainant: boolean;
  readonly sender: Sender;
  readonly subject?: string;
  readonly text: string;
  readonly receivedAt: Date;
}

/** The messages that came in from outside, each once. */
export interface MessageRegister {
  findByKey(
    reader: TenantReader,
    key: Buffer,
  ): Promise<{ readonly state: InboundState; readonly complaintId: string | null } | undefined>;
  /** The complaint that a conversation is about. */
  ofConversation(reader: TenantReader, conversation: Buffer): Promise<string | undefined>;
  /** The customer with the sender's address, the one who was entered first. */
  customerOf(reader: TenantReader, sender: Sender): Promise<string | undefined>;
  /** Notes a message; false when it was noted before. */
  enter(tx: TenantTransaction, entry: MessageEntry): Promise<boolean>;
  lock(tx: TenantTransaction, id: string): Promise<WaitingMessage | undefined>;
  /** What a person decided of a message that waited; its content is then with the complaint. */
  route(tx: TenantTransaction, id: string, state: InboundState, complaintId: string): Promise<void>;
  addCorrespondence(tx: TenantTransaction, entry: CorrespondenceEntry, key: SubjectKey): Promise<void>;
}
