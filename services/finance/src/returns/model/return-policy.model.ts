import type { Disposition } from './disposition.model';

/** The whole, in the unit of shares. */
export const WHOLE_SHARE = 10_000;

/** What an organisation gives for goods that came back, and how long it waits for them. */
export interface ReturnPolicy {
  /** Ten-thousandths of the entitlement that goods keep, by what becomes of them. */
  readonly shares: Readonly<Record<Disposition, number>>;
  /** Whether nothing is posted that nobody has looked at. */
  readonly inspectionRequired: boolean;
  /** Days after which what is missing is asked after. */
  readonly returnWithinDays: number;
  /** 0 as long as nobody has set one. */
  readonly version: number;
}

/** Whoever accepts goods pays for them, whatever becomes of them; what goes back to the customer is not paid for. */
export const DEFAULT_POLICY: ReturnPolicy = {
  shares: { RESALE: WHOLE_SHARE, REPAIR: WHOLE_SHARE, SCRAP: WHOLE_SHARE, BACK_TO_CUSTOMER: 0 },
  inspectionRequired: true,
  returnWithinDays: 30,
  version: 0,
};

const DAY_MS = 86_400_000;

/** By when everything should have come back that is authorised at the moment. */
export function dueAfter(moment: Date, { returnWithinDays }: ReturnPolicy): Date {
  return new Date(moment.getTime() + returnWithinDays * DAY_MS);
}
