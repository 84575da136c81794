import { accept } from '@redress/kernel';
import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import { courseOf, take } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import type { LibraryEntries } from '../model/library-entry.repository';
import { redact, type Redacted } from '../model/redaction.rules';

/** Drafts an entry of what was found out and decided. Names of the staff are taken out with all that can be recognised. */
export function proposeLibraryEntry(
  dependencies: CaseCommandDependencies & { readonly entries: LibraryEntries },
  call: CaseCall,
): Promise<CaseResult> {
  const command = { ...call, operation: 'proposeLibraryEntry', request: {} };
  return handleCaseCommand(dependencies, command, async (situation, context, tx) => {
    const permission = permitted('PROPOSE_LIBRARY_ENTRY', situation);
    if (!permission.ok) return permission;
    const { case: current, actor } = situation;
    const sources = await dependencies.entries.sourcesOf(tx, current.id);
    const facts = redact(sources.facts, sources.staff);
    const handling = redact(sources.handling, sources.staff);
    const fact = {
      type: 'LIBRARY_ENTRY_PROPOSED',
      at: context.now,
      by: actor.subject,
      entryId: context.newId(),
      title: current.categoryCode,
      ...{ facts: facts.text, handling: handling.text, redacted: sums(facts, handling) },
    } as const;
    return accept(take(courseOf(current), fact, context));
  });
}

function sums(...parts: readonly Redacted[]): Record<string, number> {
  const all = parts.flatMap(({ found }) => Object.entries(found));
  return all.reduce<Record<string, number>>((sum, [kind, count]) => ({ ...sum, [kind]: (sum[kind] ?? 0) + count }), {});
}
