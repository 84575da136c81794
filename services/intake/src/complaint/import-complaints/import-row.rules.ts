import { accept, refuse, type Outcome, type Refusal } from '@redress/kernel';
import { referenceProblems, type CustomerRefusal } from '../../customer/model/customer.rules';
import { LABEL_LENGTH_AT_MOST } from '../../category/model/category.model';
import {
  channelNotEnabled,
  inForceAt,
  noRegulationInForce,
  type Adoption,
  type AdoptionRefusal,
} from '../../regulation/model/adoption.model';
import type { History } from '../model/complaint.model';
import { receivedInFuture, recordCardProblems, type RecordCardRefusal } from '../model/record-card.rules';
import type { ImportRow } from './import-complaints.command';

export type ImportRefusal =
  RecordCardRefusal | CustomerRefusal | AdoptionRefusal | 'INTAKE_HISTORY_OUT_OF_ORDER' | 'INTAKE_NUMBER_TAKEN';

const SOURCE = /^[a-z][a-z0-9]{1,19}$/;
const EXTERNAL_ID = /^[\w./-]{1,40}$/;
const OUTCOME_LENGTH_AT_MOST = 200;

/** Whether a source is named in the one way that keeps its numbers apart from those of others. */
export function isSource(source: string): boolean {
  return SOURCE.test(source);
}

/** The number of a complaint that was taken over: it keeps the one of its source, so no serial is spent on it. */
export function importedNumber(source: string, externalId: string): string {
  return `${source.toUpperCase()}-${externalId}`;
}

/** The regulation by which an imported complaint is handled; none is needed for what was handled elsewhere before it. */
export function judgeImportRow(
  row: ImportRow,
  { adoptions, now }: { readonly adoptions: readonly Adoption[]; readonly now: Date },
): Outcome<{ readonly adoption: Adoption | undefined }, ImportRefusal> {
  const [problem, ...others] = rowProblems(row, now);
  if (problem !== undefined) return refuse(problem, ...others);
  const adoption = inForceAt(adoptions, row.receivedAt);
  if (row.history !== undefined) return accept({ adoption });
  if (adoption === undefined) return refuse(noRegulationInForce(row.receivedAt));
  const disabled = channelNotEnabled(adoption, row.channel);
  return disabled === undefined ? accept({ adoption }) : refuse(disabled);
}

function rowProblems(row: ImportRow, now: Date): Refusal<ImportRefusal>[] {
  const problems: Refusal<ImportRefusal>[] = [
    ...recordCardProblems(row, { textRequired: false }),
    ...(row.customer === undefined ? [] : referenceProblems(row.customer)),
  ];
  if (!EXTERNAL_ID.test(row.externalId)) problems.push(malformed('externalId'));
  if (row.category.trim() === '') problems.push(malformed('category'));
  if (row.category.length > LABEL_LENGTH_AT_MOST) problems.push(tooLong('category', LABEL_LENGTH_AT_MOST));
  const early = receivedInFuture(row.receivedAt, now);
  if (early !== undefined) problems.push(early);
  if (row.history !== undefined) problems.push(...historyProblems(row.history, row.receivedAt, now));
  return problems;
}

/** Nothing in a history can come before the receipt, after the closing, or after now. */
function historyProblems(history: History, receivedAt: Date, now: Date): Refusal<ImportRefusal>[] {
  const { acknowledgedAt, firstReplyAt, closedAt, outcome } = history;
  const end = Math.min(closedAt?.getTime() ?? Infinity, now.getTime());
  const outOfOrder = [acknowledgedAt, firstReplyAt, closedAt].some(
    (at) => at !== undefined && (at.getTime() < receivedAt.getTime() || at.getTime() > end),
  );
  return [
    ...(outOfOrder ? [{ code: 'INTAKE_HISTORY_OUT_OF_ORDER', path: ['history'] } as const] : []),
    ...(outcome !== undefined && outcome.length > OUTCOME_LENGTH_AT_MOST
      ? [tooLong('history.outcome', OUTCOME_LENGTH_AT_MOST)]
      : []),
  ];
}

function malformed(field: string): Refusal<ImportRefusal> {
  return { code: 'INTAKE_VALUE_MALFORMED', path: [field], facts: { field } };
}

function tooLong(field: string, limit: number): Refusal<ImportRefusal> {
  return { code: 'INTAKE_VALUE_TOO_LONG', path: field.split('.'), facts: { field, limit }, details: { limit } };
}
