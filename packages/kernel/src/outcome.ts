/**
 * An expected refusal: the caller asked for something that the rules do not allow.
 * `code` is stable and public (`FINANCE_SETTLEMENT_ALREADY_PAID`); `facts` fill the localised message;
 * `path` points into the input; `details` are the typed facts a client may act on.
 */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly path?: readonly string[];
  readonly retryable?: boolean;
  readonly details?: RefusalDetails;
}

/** Facts that a client needs to correct its request; amounts are in minor units of the currency beside them. */
export interface RefusalDetails {
  readonly maximum?: { readonly amountMinor: bigint; readonly currency: string };
  readonly currentVersion?: number;
  readonly currentState?: string;
  readonly allowed?: readonly string[];
  readonly limit?: number;
}

/** Either a value or one or more refusals. Never both; an outcome without a value lists at least one refusal. */
export type Outcome<Value, Code extends string = string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusals: readonly Refusal<Code>[] };

/** Wraps an accepted value. */
export function accept<Value>(value: Value): Outcome<Value, never> {
  return { ok: true, value };
}

/** Wraps one or more refusals; the first is the one to show when there is room for one. */
export function refuse<Code extends string>(
  first: Refusal<Code>,
  ...others: readonly Refusal<Code>[]
): Outcome<never, Code> {
  return { ok: false, refusals: [first, ...others] };
}
