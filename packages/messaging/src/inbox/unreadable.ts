import type { SystemSession } from '@redress/persistence';
import type { JsMsg } from 'nats';

/** Keeps a message that is no event of ours, for a person to look at. */
export async function keepUnreadable(
  system: SystemSession,
  producer: string,
  message: Pick<JsMsg, 'seq' | 'data'>,
  reason: string,
): Promise<void> {
  await system.execute(
    `INSERT INTO inbox_unreadable (producer, stream_seq, received_at, reason, message)
     VALUES (:producer, :streamSeq, UTC_TIMESTAMP(3), :reason, :message)
     ON DUPLICATE KEY UPDATE reason = VALUES(reason)`,
    { producer, streamSeq: message.seq, reason, message: message.data },
  );
}
