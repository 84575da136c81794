import type { Channel } from '@redress/contracts';
import type { Regulation } from '@redress/regulations';
import type { Telling } from './letter.model';

/** How somebody may be told that their complaint has come in. */
export const ACKNOWLEDGEMENT_MEANS = ['EMAIL', 'SMS', 'LETTER', 'PHONE', 'IN_PERSON', 'CHAT', 'ONLINE'] as const;
export type AcknowledgementMeans = (typeof ACKNOWLEDGEMENT_MEANS)[number];

/** PENDING: to be decided. QUEUED: a letter is on its way. DUE: a person has to tell. NOT_DUE: nobody asks for it. */
export type AcknowledgementState = 'PENDING' | 'QUEUED' | 'DUE' | 'DONE' | 'NOT_DUE';

/** What is told where the organisation acknowledges everything and its regulation does not say what. */
const ORDINARY: readonly Telling[] = ['RECEIPT', 'NUMBER', 'EXPECTED_REPLY'];

/**
 * What the acknowledgement of a complaint tells by the regulation and by the setting of the organisation (IN-08);
 * `undefined` when neither asks for one.
 */
export function acknowledgementTells(
  regulation: Pick<Regulation, 'acknowledgement'> | undefined,
  channel: Channel,
  { always }: { readonly always: boolean },
): readonly Telling[] | undefined {
  const asked = (regulation?.acknowledgement ?? [])
    .filter(({ channels }) => channels === undefined || channels.includes(channel))
    .flatMap(({ tells }) => tells);
  if (asked.length > 0) return [...new Set<Telling>(['RECEIPT', ...asked])];
  return always ? ORDINARY : undefined;
}

/** Whether a complainant is to be told who handles their complaint, which is known later than its receipt. */
export function namesHandler(tells: readonly Telling[]): boolean {
  return tells.includes('HANDLER_NAME') || tells.includes('HANDLER_CONTACT');
}
