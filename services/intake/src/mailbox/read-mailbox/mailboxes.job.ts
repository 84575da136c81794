import type { Logger } from '@redress/observability';
import { repeat, type Repetition } from '@redress/service-host';
import type { Mailbox } from '../model/mailbox-settings';
import { READ_AT_ONCE, readMailbox, type ReadMailboxPorts } from './read-mailbox.handler';

/** Reads all mailboxes again and again, one after the other; without a pause while one of them has more than its turn. */
export function mailboxesJob(
  mailboxes: readonly Mailbox[],
  everyMs: number,
  logger: Logger,
  ports: Omit<ReadMailboxPorts, 'stopping'>,
) {
  let stopped = false;
  let repetition: Repetition | undefined;
  const turn = (mailbox: Mailbox): Promise<number> =>
    readMailbox(mailbox, { ...ports, stopping: () => stopped }).catch((error: unknown) => {
      // What the server said may quote a message; its code and place suffice.
      const { code } = error as { readonly code?: unknown };
      logger.warn({ mailbox: mailbox.id, tenantId: mailbox.tenant, code }, 'a mailbox could not be read');
      return 0;
    });
  const round = async (): Promise<void> => {
    for (let full = true; full && !stopped;) {
      full = false;
      for (const mailbox of mailboxes) {
        if (stopped) return;
        if ((await turn(mailbox)) >= READ_AT_ONCE) full = true;
      }
    }
  };
  return {
    name: 'mailboxes',
    start: () => {
      if (mailboxes.length > 0) repetition = repeat('mailboxes', everyMs, logger, round);
      return Promise.resolve();
    },
    stop: async () => {
      stopped = true;
      await repetition?.stop();
    },
  };
}
