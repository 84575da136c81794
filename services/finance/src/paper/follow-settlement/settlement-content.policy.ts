import type { Settlement } from '../../settlement/model/settlement.model';
import type { PaperField, PaperLine } from '../model/paper-content.model';
import type { PaperKind } from '../model/paper-kind.model';
import { field, INSTRUMENT_WORDS, WORDS } from '../model/paper-words.model';

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

/** Its parts, as lines of a paper. */
export function settlementLines({ parts }: Settlement): readonly PaperLine[] {
  return parts.map(({ instrument, amount, subject, quantity }) => ({
    description: instrument,
    amountMinor: amount.amountMinor.toString(),
    ...(subject === undefined ? {} : { orderNumber: subject.orderNumber }),
    ...(subject?.lineNumber === undefined ? {} : { lineNumber: subject.lineNumber }),
    ...(subject?.charge === undefined ? {} : { charge: subject.charge }),
    ...(quantity === undefined ? {} : { quantity }),
  }));
}
