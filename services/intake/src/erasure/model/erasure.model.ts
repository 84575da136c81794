/** A complaint whose text is to go, with what of its search words is not its text. */
export interface ComplaintLabels {
  readonly id: string;
  readonly number: string;
  readonly product: string | null;
  readonly orderNumber: string | null;
  readonly receivedAt: Date;
}

/** A complaint of somebody who is to be erased, and why it may have to be kept. */
export interface ComplaintStanding extends ComplaintLabels {
  /** Its case is not closed, or the case that settles its harm is not. */
  readonly open: boolean;
  /** A legal hold is on its file, or on that of the complaint which it was merged into. */
  readonly held: boolean;
  readonly keepUntil: Date | null;
  /** The regulation by which it was handled wants its file to be kept for a time. */
  readonly archives: boolean;
}

/** That a customer was erased. */
export interface Erasure {
  readonly id: string;
  readonly customerId: string;
  readonly reason: string;
  /** How many complaints of theirs lost their text. */
  readonly complaints: number;
  /** How many other customers have the same e-mail address or telephone number. */
  readonly sameContacts: number;
  readonly at: Date;
  readonly by: string;
  /** From when on what is left to do can be done. */
  readonly finishFrom: Date;
}

/** How many complaints of one person are erased at once: all of it is one transaction. */
export const COMPLAINTS_AT_MOST = 1_000;

/** After so long nothing can be under way any more that began before the person was erased. */
export const FINISHED_AFTER_MS = 60_000;
