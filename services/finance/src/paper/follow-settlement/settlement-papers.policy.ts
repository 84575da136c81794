import type { Regulation } from '@redress/regulations';
import { EXPENSE_ACCOUNT, type Instrument } from '../../settlement/model/settlement-part.model';
import type { Settlement } from '../../settlement/model/settlement.model';
import { RETURNING } from './settlement-content.policy';
import { paperKindOf, SERIES, type PaperKind } from '../model/paper-kind.model';

type Remedy = NonNullable<Regulation['remedies']>[number];

/** Drawn up by those who impose penalties, not for a settlement. */
const DRAWN_UP_ELSEWHERE: readonly PaperKind[] = ['PENALTY_NOTICE'];

/**
 * The papers that the regulation wants before finance decides, in the order of their series. They come before the
 * decision because a certificate that the buyer sealed may be the evidence for it. The certificate of a return is drawn
 * up wherever it is one of the proofs that would do; the approval sheet for every payment, where the regulation wants it
 * for the one kind of payment that it names and does not name the others.
 */
export function papersBeforeDecision(
  { parts }: Pick<Settlement, 'parts'>,
  regulation: Regulation | undefined,
): readonly PaperKind[] {
  if (regulation === undefined) return [];
  const wanted = new Set(instrumentsOf(parts).flatMap((instrument) => papersOfInstrument(instrument, regulation)));
  return [...wanted]
    .filter((kind) => !DRAWN_UP_ELSEWHERE.includes(kind))
    .sort((a, b) => (SERIES[a] < SERIES[b] ? -1 : 1));
}

/** Who has to sign an approval sheet: the approvers that the regulation names for the remedies. */
export function approversOf(
  { parts }: Pick<Settlement, 'parts'>,
  regulation: Regulation | undefined,
): readonly string[] {
  const remedies = regulation?.remedies ?? [];
  const named = instrumentsOf(parts).flatMap((instrument) => remedyOf(remedies, instrument)?.approvers ?? []);
  const ofOthers = remedies.filter((remedy) => kindsOf(remedy, regulation).includes('APPROVAL_SHEET'));
  return [...new Set(named.length > 0 ? named : ofOthers.flatMap(({ approvers = [] }) => approvers))];
}

/** What takes revenue back is credited to the customer; compensation and goodwill are expenses. */
export function isCredited({ parts }: Pick<Settlement, 'parts'>): boolean {
  return instrumentsOf(parts).some((instrument) =>
    ['SALES_RETURNS', 'SALES_ALLOWANCES'].includes(EXPENSE_ACCOUNT[instrument] ?? ''),
  );
}

function papersOfInstrument(instrument: Instrument, regulation: Regulation): readonly PaperKind[] {
  const remedies = regulation.remedies ?? [];
  const remedy = remedyOf(remedies, instrument);
  if (remedy === undefined) {
    const forPayments = remedies.some((each) => kindsOf(each, regulation).includes('APPROVAL_SHEET'));
    return forPayments ? ['APPROVAL_SHEET'] : [];
  }
  const provesReturn = RETURNING.includes(instrument) && remedy.evidence !== undefined;
  const certified = regulation.papers.some(({ kind }) => kind === 'SALES_RETURN_CERTIFICATE');
  return [
    ...kindsOf(remedy, regulation),
    ...(provesReturn && certified ? (['SALES_RETURN_CERTIFICATE'] as const) : []),
  ];
}

function kindsOf({ papers = [] }: Remedy, regulation: Regulation | undefined): readonly PaperKind[] {
  return papers.flatMap((code) => {
    const provision = regulation?.papers.find(({ paper }) => paper === code);
    return provision === undefined ? [] : (paperKindOf(provision.kind) ?? []);
  });
}

function remedyOf(remedies: readonly Remedy[], instrument: Instrument): Remedy | undefined {
  return remedies.find(({ remedy }) => remedy === instrument);
}

function instrumentsOf(parts: Settlement['parts']): readonly Instrument[] {
  return [...new Set(parts.map(({ instrument }) => instrument))];
}
