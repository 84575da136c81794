import { stateMachine } from '@redress/kernel';

/** What does not fit about goods that came, or did not come. */
export const EXCEPTION_KINDS = [
  'OVER_RECEIPT',
  'QUANTITY_DIFFERS',
  'UNEXPECTED_GOODS',
  'MISMATCHED_LINE',
  'SHORT_AND_OVERDUE',
  'DAMAGED',
  'CANCELLED_WITH_GOODS',
  'PAID_DIFFERS',
] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];

/** How an exception ends. ACCEPTED: the actual quantity is signed for and posted. */
export const EXCEPTION_RESOLUTIONS = ['ACCEPTED', 'RETURNED_TO_CUSTOMER', 'WRITTEN_OFF', 'CORRECTED'] as const;
export type ExceptionResolution = (typeof EXCEPTION_RESOLUTIONS)[number];
export type ExceptionState = 'OPEN' | ExceptionResolution;

export const exceptionStates = stateMachine<ExceptionState, ExceptionResolution>('OPEN', {
  OPEN: {
    ACCEPTED: 'ACCEPTED',
    RETURNED_TO_CUSTOMER: 'RETURNED_TO_CUSTOMER',
    WRITTEN_OFF: 'WRITTEN_OFF',
    CORRECTED: 'CORRECTED',
  },
  ACCEPTED: {},
  RETURNED_TO_CUSTOMER: {},
  WRITTEN_OFF: {},
  CORRECTED: {},
});

/** What may be decided about each kind. */
export const POSSIBLE_RESOLUTIONS: Readonly<Record<ExceptionKind, readonly ExceptionResolution[]>> = {
  OVER_RECEIPT: EXCEPTION_RESOLUTIONS,
  QUANTITY_DIFFERS: EXCEPTION_RESOLUTIONS,
  UNEXPECTED_GOODS: ['RETURNED_TO_CUSTOMER', 'WRITTEN_OFF', 'CORRECTED'],
  MISMATCHED_LINE: ['RETURNED_TO_CUSTOMER', 'WRITTEN_OFF', 'CORRECTED'],
  SHORT_AND_OVERDUE: ['ACCEPTED', 'CORRECTED'],
  DAMAGED: EXCEPTION_RESOLUTIONS,
  CANCELLED_WITH_GOODS: ['RETURNED_TO_CUSTOMER', 'WRITTEN_OFF', 'CORRECTED'],
  PAID_DIFFERS: ['ACCEPTED', 'WRITTEN_OFF'],
};

/** Something that does not fit and waits for a person. */
export interface ReturnException {
  readonly id: string;
  readonly kind: ExceptionKind;
  readonly state: ExceptionState;
  /** What it is about; only one can be open for a matter. */
  readonly matter: string;
  readonly authorisationId?: string;
  readonly returnLineId?: string;
  readonly receiptLineId?: string;
  /** Whole millionths of the quantity in question. */
  readonly quantity: bigint;
  readonly owner: string;
  readonly raisedAt: Date;
  readonly reason?: string;
  readonly resolvedBy?: string;
  readonly resolvedAt?: Date;
  /** The line on which the decision counts the goods. */
  readonly countedOn?: string;
  readonly version: number;
}

/** The matters that exceptions are about. */
export const MATTER = {
  difference: (returnLineId: string) => `DIFFERENCE:${returnLineId}`,
  overdue: (returnLineId: string) => `OVERDUE:${returnLineId}`,
  cancelled: (returnLineId: string) => `CANCELLED:${returnLineId}`,
  goods: (receiptLineId: string) => `GOODS:${receiptLineId}`,
  damaged: (receiptLineId: string, returnLineId: string) => `DAMAGED:${receiptLineId}:${returnLineId}`,
  paid: (authorisationId: string) => `PAID:${authorisationId}`,
} as const;
