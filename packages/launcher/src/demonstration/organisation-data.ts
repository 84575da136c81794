/** How far a complaint of the demonstration goes; each includes those before it. */
export const COURSE = [
  'REGISTERED',
  'ACCEPTED',
  'ASSIGNED',
  'INVESTIGATED',
  'PROPOSED',
  'CONSENTED',
  'SETTLED',
] as const;

/** One complaint and what becomes of it. */
export interface ComplaintData {
  /** Unique within the file; part of the idempotency keys. */
  readonly key: string;
  readonly until: (typeof COURSE)[number];
  readonly byCustomer?: boolean;
  readonly receivedHoursAgo?: number;
  /** The input of `registerComplaint`, but for its key and date. */
  readonly registration: Readonly<Record<string, unknown>>;
  readonly validity?: string;
  readonly findings?: string;
  readonly resolution?: { readonly text: string; readonly kind: string; readonly amount: string };
  readonly reply?: string;
}

/** One organisation; `adoption`, `staff` and `purchases` are inputs of the mutations that found it. */
export interface OrganisationData {
  readonly tenant: string;
  /** Whom the printed customer's token speaks for. */
  readonly customerId: string;
  readonly adoption: Readonly<Record<string, unknown>>;
  readonly staff: readonly ({ readonly subject: string } & Readonly<Record<string, unknown>>)[];
  readonly purchases: readonly ({ readonly orderNumber: string } & Readonly<Record<string, unknown>>)[];
  readonly complaints: readonly ComplaintData[];
}
