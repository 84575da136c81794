import type { FiledComplaint } from '../model/erasures.repository';

/** A customer as their columns are read. */
export interface CustomerRow {
  readonly id: string;
  readonly version: number;
  readonly wrappedKey: Buffer | null;
  readonly emailIndex: Buffer | null;
  readonly phoneIndex: Buffer | null;
  readonly externalRefIndex: Buffer | null;
}

/** A complaint with its file, and with that of the complaint which it was merged into. */
export interface ComplaintRow {
  readonly id: string;
  readonly number: string;
  readonly product: string | null;
  readonly orderNumber: string | null;
  readonly receivedAt: Date;
  readonly regulationId: string | null;
  readonly regulationVersion: number | null;
  readonly past: number;
  readonly open: number | null;
  readonly keepUntil: Date | null;
  readonly mergedInto: string | null;
  readonly targetPast: number | null;
  readonly targetOpen: number | null;
  readonly holds: string;
}

/** The digests that a customer is found by, of what a message can come from. */
export function contactsOf({ emailIndex, phoneIndex, externalRefIndex }: CustomerRow): readonly Buffer[] {
  return [emailIndex, phoneIndex, externalRefIndex].filter((index) => index !== null);
}

/** What is known of a complaint's file; one of which nothing was told is handled, unless it was taken over with its history. */
export function filedComplaintOf(row: ComplaintRow): FiledComplaint {
  const { id, number, product, orderNumber, receivedAt, regulationId, regulationVersion, keepUntil } = row;
  const target = row.mergedInto !== null && isOpen(row.targetOpen, row.targetPast);
  return {
    ...{ id, number, product, orderNumber, receivedAt, keepUntil },
    open: isOpen(row.open, row.past) || target,
    held: Number(row.holds) > 0,
    regulation:
      regulationId === null || regulationVersion === null
        ? undefined
        : { id: regulationId, version: regulationVersion },
  };
}

function isOpen(told: number | null, past: number | null): boolean {
  return told === null ? !past : Boolean(told);
}
