import type { OverduePaperRow } from './overdue-paper-rows.query';
import { OverduePaper, type OverdueAnswer } from './overdue-paper.gql';

/** A paper on a delay in the graph. */
export function toOverduePaper(row: OverduePaperRow): OverduePaper {
  return Object.assign(new OverduePaper(), {
    id: row.id,
    kind: row.kind,
    stored: row,
    number: row.number,
    stage: row.stage,
    dueAt: row.due_at,
    issuedAt: row.issued_at,
    issuedBy: row.issued_by,
    to: JSON.parse(row.addressees) as string[],
    text: row.text,
    answer: answerOf(row),
  });
}

function answerOf({ cause, measure, answered_at: at, answered_by: by }: OverduePaperRow): OverdueAnswer | null {
  return cause === null || measure === null || at === null || by === null ? null : { cause, measure, at, by };
}
