/** How a complaint was handed on. */
export const FORWARDING_MEANS = ['SYSTEM', 'LETTER', 'EMAIL', 'PHONE', 'FAX', 'IN_PERSON'] as const;
export type ForwardingMeans = (typeof FORWARDING_MEANS)[number];

/** To whom a complaint that is out of scope is forwarded: a unit of the organisation, or somebody outside. */
export interface Forward {
  readonly unitId?: string;
  readonly organisation?: string;
  readonly means: ForwardingMeans;
  readonly reason: string;
}

/** A forwarding as it is kept. */
export interface Forwarding extends Forward {
  readonly id: string;
  readonly complaintId: string;
  readonly forwardedAt: Date;
  readonly forwardedBy: string;
  readonly confirmedAt?: Date;
  readonly confirmedBy?: string;
  /** What the receiver says, for example the number under which they have it. */
  readonly receipt?: string;
}
