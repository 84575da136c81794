import { toGlobalId, toMoney, type GraphContext } from '@redress/graphql-runtime';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';
import { holdsOneOf } from '../../complaint-case/model/case.rules';
import type { LossLine as ComputedLine } from '../model/department-loss.model';
import { toCopies } from './paper-copy.gql';
import type { LossLine, Responsibility, Sanction, SupplierClaim } from './responsibility.gql';
import type { ClaimRow, ResponsibilityRow, SanctionRow } from './responsibility-rows.query';

/** A determination in the graph. */
export function toResponsibility(row: ResponsibilityRow): Responsibility {
  const lines = row.loss_lines === null ? [] : (JSON.parse(row.loss_lines) as readonly ComputedLine[]);
  return {
    id: row.id,
    responsible: row.responsible,
    department: row.department,
    person: row.person,
    thirdParty: row.third_party,
    reasons: row.reasons,
    loss: moneyOf(row.loss_minor, row.currency),
    lossLines: lines.map((line): LossLine => ({
      entry: line.entry,
      quantity: line.quantity,
      unit: toMoney({ amountMinor: BigInt(line.unitMinor), currency: line.currency }),
      amount: toMoney({ amountMinor: BigInt(line.amountMinor), currency: line.currency }),
    })),
    determinedBy: row.determined_by,
    determinedAt: row.determined_at,
  };
}

/** A sanction in the graph. */
export function toSanction(
  row: SanctionRow,
  plan: CasePlan | undefined,
  { locale }: Pick<GraphContext, 'locale'>,
): Sanction {
  const provision = plan?.regulation.responsibility?.sanctions?.find(({ sanction }) => sanction === row.sanction);
  const paper = plan?.regulation.papers.find((each) => each.paper === row.paper);
  return {
    id: row.id,
    caseId: toGlobalId('Case', row.case_id),
    determinationId: row.determination_id,
    sanction: row.sanction,
    label: provision === undefined ? null : locale === 'zh-CN' ? provision.label.zh : provision.label.en,
    state: row.state,
    person: row.person,
    department: row.department,
    amount: moneyOf(row.amount_minor, row.currency),
    reason: row.reason,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    decisionReason: row.decision_reason,
    publishedAt: row.published_at,
    noticeNumber: row.paper_number,
    noticeCopies: toCopies(paper?.copies, locale),
  };
}

/** What is published is for all staff; the rest for those who decide and supervise, and for the person concerned. */
export function isShown({ published_at, person, proposed_by }: SanctionRow, { viewer }: GraphContext): boolean {
  const supervises = holdsOneOf(viewer, ['supervisor', 'manager', 'auditor', 'admin']);
  return supervises || published_at !== null || person === viewer.subject || proposed_by === viewer.subject;
}

/** A claim in the graph. */
export function toClaim(row: ClaimRow): SupplierClaim {
  return {
    id: row.id,
    thirdParty: row.third_party,
    state: row.state,
    amount: toMoney({ amountMinor: BigInt(row.amount_minor), currency: row.currency }),
    reason: row.reason,
    outcome: row.outcome,
    openedAt: row.opened_at,
    decidedAt: row.decided_at,
  };
}

function moneyOf(minor: string | null, currency: string | null) {
  return minor === null || currency === null ? null : toMoney({ amountMinor: BigInt(minor), currency });
}
