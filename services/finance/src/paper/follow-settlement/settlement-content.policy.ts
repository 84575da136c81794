import type { Instrument } from '../../settlement/model/settlement-part.model';
import type { Settlement } from '../../settlement/model/settlement.model';
import type { PaperField, PaperLine } from '../model/paper-content.model';
import type { PaperKind } from '../model/paper-kind.model';
import { field, INSTRUMENT_WORDS, WORDS } from '../model/paper-words.model';

/** Instruments by which goods come back. */
export const RETURNING: readonly Instrument[] = ['RETURN', 'EXCHANGE'];

/** What every paper of a settlement says of it; only papers that stay within the organisation name its people. */
export function settlementFields(settlement: Settlement, kind: PaperKind): readonly PaperField[] {
  const { number, amount, customerId, parts, resolutionProposedBy, resolutionApprovedBy } = settlement;
  const instruments = [...new Set(parts.map(({ instrument }) => instrument))];
  const payees = [...new Set(parts.map(({ payee }) => payee))].filter((payee) => payee !== customerId);
  return [
    field(WORDS.settlementNumber, number),
    ...instruments.map((code) => field(WORDS.instrument, INSTRUMENT_WORDS[code] ?? code)),
    field(WORDS.amount, amount),
    field(WORDS.customer, customerId),
    ...payees.map((payee) => field(WORDS.payee, payee)),
    ...(kind === 'APPROVAL_SHEET'
      ? [field(WORDS.proposedBy, resolutionProposedBy), field(WORDS.approvedBy, resolutionApprovedBy)]
      : []),
  ];
}

/** Reason, mode and basis of a return, which the slip has to state. */
export function slipFields(
  { number, parts, resolutionId }: Settlement,
  cause: string | undefined,
): readonly PaperField[] {
  const modes = [...new Set(parts.map(({ instrument }) => instrument))].filter((code) => RETURNING.includes(code));
  return [
    ...(cause === undefined ? [] : [field(WORDS.returnReason, cause)]),
    ...modes.map((code) => field(WORDS.returnMode, INSTRUMENT_WORDS[code] ?? code)),
    field(WORDS.returnBasis, `${number} / ${resolutionId}`),
  ];
}

/** Its parts, as lines of a paper; of a slip those by which goods come back. */
export function settlementLines({ parts }: Settlement, kind: PaperKind): readonly PaperLine[] {
  const shown = kind === 'RETURN_SLIP' ? parts.filter(({ instrument }) => RETURNING.includes(instrument)) : parts;
  return shown.map(({ instrument, amount, subject, quantity }) => ({
    description: instrument,
    amountMinor: amount.amountMinor.toString(),
    ...(subject === undefined ? {} : { orderNumber: subject.orderNumber }),
    ...(subject?.lineNumber === undefined ? {} : { lineNumber: subject.lineNumber }),
    ...(subject?.charge === undefined ? {} : { charge: subject.charge }),
    ...(quantity === undefined ? {} : { quantity }),
  }));
}
