import { accept, refuse, type Actor, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { CaseRefusal } from '../../complaint-case/model/case.rules';
import { unfitText } from '../../complaint-case/model/written-text.rules';
import type { LibraryTexts, StoredLibraryEntry } from '../model/library-entry.model';
import type { EntryChange, LibraryEntries } from '../model/library-entry.repository';
import { redact } from '../model/redaction.rules';

export interface LibraryDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly entries: LibraryEntries;
}

/** Who edits which entry, and what they saw of it. */
export interface EntryCall {
  readonly actor: Actor;
  readonly idempotencyKey: string;
  readonly entryId: string | undefined;
  readonly expectedVersion: number;
}

export type EntryResult = CommandResult<{ readonly entryId: string }, CaseRefusalCode>;
type Change = (entry: StoredLibraryEntry, now: Date) => Outcome<EntryChange, CaseRefusalCode>;

const LONGEST_TITLE = 300;

/** Edits a draft and submits it for review. The editor confirms that nobody can be recognised by it. */
export function submitLibraryEntry(
  dependencies: LibraryDependencies,
  call: EntryCall,
  request: LibraryTexts & { readonly confirmedAnonymous: boolean },
): Promise<EntryResult> {
  const { confirmedAnonymous, ...texts } = request;
  return change(dependencies, call, { operation: 'submitLibraryEntry', request }, (entry) => {
    if (entry.state !== 'DRAFT') return refuse(stateForbids(entry));
    const [first, ...others] = [
      ...(confirmedAnonymous
        ? []
        : [{ code: 'CASE_LIBRARY_NOT_CONFIRMED', path: ['input', 'confirmedAnonymous'] } as const]),
      ...unfitTexts(texts),
    ];
    if (first !== undefined) return refuse(first, ...others);
    return accept({
      ...texts,
      state: 'SUBMITTED',
      edited_by: call.actor.subject,
      confirmed_anonymous: true,
      review_note: null,
    });
  });
}

/** Approves an entry, or sends it back to its editor; never the editor's own. */
export function reviewLibraryEntry(
  dependencies: LibraryDependencies,
  call: EntryCall,
  request: { readonly approved: boolean; readonly note: string | undefined },
): Promise<EntryResult> {
  const { approved, note } = request;
  const described = { operation: 'reviewLibraryEntry', request: { approved, note: note ?? null } };
  return change(dependencies, call, described, (entry, now) => {
    if (entry.state !== 'SUBMITTED') return refuse(stateForbids(entry));
    if (entry.edited_by === call.actor.subject) return refuse({ code: 'CASE_LIBRARY_OWN_WORK' });
    const unfit = approved && note === undefined ? undefined : unfitText(note ?? '', 'note');
    if (unfit !== undefined) return refuse(unfit);
    const state = approved ? 'APPROVED' : 'DRAFT';
    return accept({ state, reviewed_by: call.actor.subject, reviewed_at: now, review_note: note ?? null });
  });
}

/** Publishes an approved entry to all staff. */
export function publishLibraryEntry(dependencies: LibraryDependencies, call: EntryCall): Promise<EntryResult> {
  return change(dependencies, call, { operation: 'publishLibraryEntry', request: {} }, (entry, now) =>
    entry.state === 'APPROVED'
      ? accept({ state: 'PUBLISHED', published_by: call.actor.subject, published_at: now })
      : refuse(stateForbids(entry)),
  );
}

function change(
  { database, clock, entries }: LibraryDependencies,
  { actor, idempotencyKey, entryId, expectedVersion }: EntryCall,
  { operation, request }: { readonly operation: string; readonly request: unknown },
  decide: Change,
): Promise<EntryResult> {
  const identity = { tenantId: actor.tenantId, subject: actor.subject, operation, idempotencyKey };
  return executeCommand(database, { ...identity, request: { entryId, expectedVersion, request } }, async (tx) => {
    const entry = entryId === undefined ? undefined : await entries.find(tx, entryId);
    if (entry === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'entryId'] });
    const conflict = { code: 'VERSION_CONFLICT', details: { currentVersion: entry.version } } as const;
    if (entry.version !== expectedVersion) return refuse(conflict);
    const outcome = decide(entry, clock.now());
    if (!outcome.ok) return outcome;
    const isStored = await entries.change(tx, entry, outcome.value);
    return isStored ? accept({ entryId: entry.id }) : refuse(conflict);
  });
}

/** Nothing is left that can be recognised as personal data, and nothing is missing. */
function unfitTexts(texts: LibraryTexts): readonly CaseRefusal[] {
  const kinds = [...new Set(Object.values(texts).flatMap((text: string) => Object.keys(redact(text).found)))];
  return [
    ...Object.entries(texts).flatMap(([field, text]: [string, string]) => unfitText(text, field) ?? []),
    ...(texts.title.length > LONGEST_TITLE
      ? [
          {
            code: 'CASE_TEXT_TOO_LONG',
            path: ['input', 'title'],
            facts: { limit: LONGEST_TITLE },
            details: { limit: LONGEST_TITLE },
          } as const,
        ]
      : []),
    ...(kinds.length > 0
      ? [{ code: 'CASE_LIBRARY_PERSONAL_DATA', path: ['input'], facts: { kinds: kinds.join(', ') } } as const]
      : []),
  ];
}

function stateForbids({ state }: StoredLibraryEntry): CaseRefusal {
  return { code: 'CASE_LIBRARY_STATE_FORBIDS', facts: { state }, details: { currentState: state } };
}
