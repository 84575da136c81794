import { accept, refuse, type Outcome } from '@redress/kernel';
import type { Adoption } from '../../regulation/model/adoption.model';
import type { TakenNumber } from '../model/complaint.model';
import type { ImportComplaints, ImportRow } from './import-complaints.command';
import { importedNumber, judgeImportRow, type ImportRefusal } from './import-row.rules';

/** A row that may be entered. */
export interface AcceptedRow {
  readonly id: string;
  readonly number: string;
  readonly row: ImportRow;
  readonly adoption: Adoption | undefined;
}

/** What becomes of a row: the complaint that it is, and whether that is still to be entered. */
export type RowDecision = Outcome<{ readonly complaintId: string; readonly created: boolean }, ImportRefusal>;

/** What the rules need to know beside the command; `ids` gives each row the id that it gets if it is entered. */
export interface ImportContext {
  readonly adoptions: readonly Adoption[];
  readonly now: Date;
  readonly taken: readonly TakenNumber[];
  readonly ids: readonly string[];
}

/** Decides row by row, in the order of the file: of two rows with one external id the first is entered. */
export function decideImport(
  { source, rows }: ImportComplaints,
  { adoptions, now, taken, ids }: ImportContext,
): { readonly decisions: readonly RowDecision[]; readonly accepted: readonly AcceptedRow[] } {
  const there = new Map(taken.map((entry) => [entry.number, entry]));
  const accepted = new Map<string, AcceptedRow>();
  const decisions = rows.map((row, index): RowDecision => {
    const number = importedNumber(source, row.externalId);
    const earlier = there.get(number);
    if (earlier !== undefined) return existing(earlier, source, row.externalId);
    const twin = accepted.get(number);
    if (twin !== undefined) return accept({ complaintId: twin.id, created: false });
    const judgement = judgeImportRow(row, { adoptions, now });
    if (!judgement.ok) return judgement;
    const id = ids[index] ?? '';
    accepted.set(number, { id, number, row, adoption: judgement.value.adoption });
    return accept({ complaintId: id, created: true });
  });
  return { decisions, accepted: [...accepted.values()] };
}

function existing({ complaintId, external, number }: TakenNumber, source: string, externalId: string): RowDecision {
  return external?.source === source && external.id === externalId
    ? accept({ complaintId, created: false })
    : refuse({ code: 'INTAKE_NUMBER_TAKEN', path: ['externalId'], facts: { number } });
}
