import { accept } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import { courseOf, take } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { redact, type Redacted } from '../model/redaction.rules';

const FOUND_OUT = `
  SELECT i.findings AS text FROM investigation i
  WHERE i.tenant_id = :tenantId AND i.case_id = :caseId ORDER BY i.recorded_at, i.id`;
const DECIDED = `
  SELECT r.text AS text FROM resolution r
  WHERE r.tenant_id = :tenantId AND r.case_id = :caseId AND r.state <> 'REJECTED' ORDER BY r.position`;
const STAFF = 'SELECT s.name AS text FROM staff_member s WHERE s.tenant_id = :tenantId';
const LONGEST = 16_000;

interface TextRow {
  readonly text: string;
}

/** Drafts an entry of what was found out and decided. Names of the staff are taken out with all that can be recognised. */
export function proposeLibraryEntry(dependencies: CaseCommandDependencies, call: CaseCall): Promise<CaseResult> {
  const command = { ...call, operation: 'proposeLibraryEntry', request: {} };
  return handleCaseCommand(dependencies, command, async (situation, context, tx) => {
    const permission = permitted('PROPOSE_LIBRARY_ENTRY', situation);
    if (!permission.ok) return permission;
    const { case: current, actor } = situation;
    const staff = (await tx.query<TextRow>(STAFF, {})).map(({ text }) => text);
    const facts = redact(await textOf(tx, FOUND_OUT, current.id), staff);
    const handling = redact(await textOf(tx, DECIDED, current.id), staff);
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

async function textOf(tx: TenantTransaction, sql: string, caseId: string): Promise<string> {
  const rows = await tx.query<TextRow>(sql, { caseId });
  return rows
    .map(({ text }) => text)
    .join('\n')
    .slice(0, LONGEST);
}

function sums(...parts: readonly Redacted[]): Record<string, number> {
  const all = parts.flatMap(({ found }) => Object.entries(found));
  return all.reduce<Record<string, number>>((sum, [kind, count]) => ({ ...sum, [kind]: (sum[kind] ?? 0) + count }), {});
}
