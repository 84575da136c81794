import {
  actionCompleted,
  actionEffectChecked,
  actionPlanned,
  followUpRecorded,
  overdueInquiryAnswered,
  overdueInquiryIssued,
  reminderIssued,
  responsibilityDetermined,
  type EventData,
} from '@redress/contracts';
import type { RowOf } from '../model/fact-table.model';
import {
  actionFact,
  complaintFact,
  reminderFact,
  responsibilityFact,
  satisfactionFact,
} from '../model/fact-tables.model';
import { projecting, type Projection } from '../model/projection.model';
import { at, flag, oneMore } from './values.model';

/** Whoever is found to blame in person takes nothing from the department that answers for the case, as in the books. */
function isBesideDepartment(
  { responsible, department, loss }: EventData<typeof responsibilityDetermined>,
  standing: readonly RowOf<typeof responsibilityFact>[],
): boolean {
  if (responsible !== 'PERSON' || loss !== undefined) return false;
  return standing.some(
    (each) =>
      each.responsible === 'DEPARTMENT' && (department === undefined || department === each.responsible_department),
  );
}

/** What is done beside and after the course of a case: urging, asking, acting, and finding who is responsible. */
export const furtherHandlingProjections: readonly Projection[] = [
  projecting(reminderIssued, [complaintFact, reminderFact], (data, facts) => {
    const key = { complaint_id: data.complaintId };
    const complaint = facts.find(complaintFact, key);
    facts.change(complaintFact, { ...key, reminders: oneMore(complaint?.reminders) });
    facts.change(reminderFact, {
      ...{ ...key, paper_id: data.paperId, kind: 'REMINDER', stage: data.stage ?? null },
      ...{ department: complaint?.department ?? null, issued_at: at(data.at) },
    });
  }),

  projecting(overdueInquiryIssued, [complaintFact, reminderFact], (data, facts) => {
    const key = { complaint_id: data.complaintId };
    facts.change(reminderFact, {
      ...{ ...key, paper_id: data.paperId, kind: 'OVERDUE_INQUIRY', stage: data.stage ?? null },
      ...{ department: facts.find(complaintFact, key)?.department ?? null, issued_at: at(data.at) },
    });
  }),

  projecting(overdueInquiryAnswered, [reminderFact], (data, facts) => {
    facts.change(reminderFact, {
      ...{ complaint_id: data.complaintId, paper_id: data.paperId, answered_at: at(data.at) },
    });
  }),

  projecting(followUpRecorded, [complaintFact, satisfactionFact], (data, facts) => {
    const { complaintId, satisfied, satisfaction } = data;
    facts.change(satisfactionFact, {
      complaint_id: complaintId,
      follow_up_id: data.followUpId,
      asked_at: at(data.at),
      asked_by: data.by,
      means: data.means,
      reached: flag(data.reached),
      satisfied: satisfied === undefined ? null : flag(satisfied),
      score_result: satisfaction?.result ?? null,
      score_expectation: satisfaction?.expectation ?? null,
      score_attitude: satisfaction?.attitude ?? null,
      score_efficiency: satisfaction?.efficiency ?? null,
      leads_to: data.leadsTo,
    });
    if (satisfied !== undefined) facts.change(complaintFact, { complaint_id: complaintId, satisfied: flag(satisfied) });
  }),

  projecting(actionPlanned, [actionFact], (data, facts) => {
    facts.change(actionFact, {
      complaint_id: data.complaintId,
      action_id: data.actionId,
      kind: data.kind,
      permanent: flag(data.permanent),
      planned_at: at(data.at),
      due_at: at(data.dueAt),
    });
  }),

  projecting(actionCompleted, [actionFact], (data, facts) => {
    facts.change(actionFact, {
      ...{ complaint_id: data.complaintId, action_id: data.actionId },
      ...{ completed_at: at(data.at), in_time: flag(data.inTime) },
    });
  }),

  projecting(actionEffectChecked, [actionFact], (data, facts) => {
    for (const actionId of data.actionIds)
      facts.change(actionFact, {
        ...{ complaint_id: data.complaintId, action_id: actionId },
        ...{ checked_at: at(data.at), effective: flag(data.effective) },
      });
  }),

  projecting(responsibilityDetermined, [complaintFact, responsibilityFact], (data, facts) => {
    const { complaintId, department, loss } = data;
    const standing = facts.rowsOf(responsibilityFact, complaintId).filter(({ replaced }) => replaced !== 1);
    const beside = isBesideDepartment(data, standing);
    const whose = {
      responsible_department: department ?? null,
      loss_minor: loss === undefined ? null : BigInt(loss.amountMinor),
      loss_currency: loss?.currency ?? null,
    };
    if (!beside) {
      for (const { determination_id: replaced } of standing)
        facts.change(responsibilityFact, {
          ...{ complaint_id: complaintId, determination_id: replaced },
          ...{ replaced: 1, loss_minor: null, loss_currency: null },
        });
      facts.change(complaintFact, { complaint_id: complaintId, ...whose });
    }
    facts.change(responsibilityFact, {
      ...{ complaint_id: complaintId, determination_id: data.determinationId },
      ...{ determined_at: at(data.at), responsible: data.responsible, replaced: 0 },
      ...whose,
    });
  }),
];
