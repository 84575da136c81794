import type { TenantReader } from '@redress/persistence';

/** What letters to the complainant say of a case. */
export interface CaseFacts {
  readonly handler?: { readonly name: string; readonly contact?: string };
  readonly dueDates: readonly { readonly stage: string; readonly dueAt: string }[];
  readonly reply?: { readonly text: string };
}

interface CaseRow {
  readonly id: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

const CASE = `
  SELECT c.id, s.name, s.contact_phone AS phone, s.contact_email AS email
  FROM complaint_case c
  LEFT JOIN staff_member s ON s.tenant_id = c.tenant_id AND s.tenant_id = :tenantId AND s.subject = c.assignee
  WHERE c.tenant_id = :tenantId AND c.complaint_id = :complaintId`;
const CLOCKS = `
  SELECT k.stage, k.due_at AS dueAt FROM stage_clock k
  WHERE k.tenant_id = :tenantId AND k.case_id = :caseId AND k.state = 'RUNNING' ORDER BY k.due_at, k.id`;
const REPLY = 'SELECT r.text FROM reply r WHERE r.tenant_id = :tenantId AND r.case_id = :caseId AND r.id = :replyId';

/** What is known of the case of a complaint, and of one of its replies; `undefined` when there is no case. */
export async function caseFacts(
  reader: TenantReader,
  { complaintId, replyId }: { readonly complaintId: string; readonly replyId?: string | undefined },
): Promise<CaseFacts | undefined> {
  const [found] = await reader.query<CaseRow>(CASE, { complaintId });
  if (found === undefined) return undefined;
  const caseId = found.id;
  const clocks = await reader.query<{ stage: string; dueAt: Date }>(CLOCKS, { caseId });
  const [reply] = replyId === undefined ? [] : await reader.query<{ text: string }>(REPLY, { caseId, replyId });
  return {
    ...handlerOf(found),
    dueDates: clocks.map(({ stage, dueAt }) => ({ stage, dueAt: dueAt.toISOString() })),
    ...(reply === undefined ? {} : { reply: { text: reply.text } }),
  };
}

function handlerOf({ name, phone, email }: CaseRow): Pick<CaseFacts, 'handler'> {
  if (name === null) return {};
  const contact = [phone, email].filter((way) => way !== null).join(', ');
  return { handler: { name, ...(contact === '' ? {} : { contact }) } };
}
