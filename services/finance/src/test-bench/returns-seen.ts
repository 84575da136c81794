interface Amount {
  readonly amount: string;
}

export interface LineSeen {
  readonly id: string;
  readonly orderNumber: string;
  readonly lineNumber: number;
  readonly authorised: string;
  readonly received: string;
  readonly setAside: string;
  readonly open: string;
  readonly inspected: { readonly total: string };
  readonly outcome: string | null;
  readonly posted: string | null;
  readonly entitled: Amount;
  readonly postedAmount: Amount | null;
  readonly receipts: readonly { readonly quantity: string; readonly receipt: { readonly reference: string } }[];
}

export interface ExceptionSeen {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly quantity: string;
  readonly owner: string;
  readonly reason: string | null;
  readonly version: number;
}

export interface ReturnSeen {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly version: number;
  readonly lines: readonly LineSeen[];
  readonly exceptions: readonly ExceptionSeen[];
}

export interface UserErrorSeen {
  readonly code: string;
  readonly path: readonly string[] | null;
}

export interface GoodsTold {
  readonly returnNumber?: string;
  readonly orderNumber?: string;
  readonly lineNumber?: number;
  readonly product?: string;
  readonly quantity: string;
  readonly damaged?: boolean;
  readonly complete?: boolean;
}

export interface Recorded {
  readonly receipt: {
    readonly id: string;
    readonly lines: readonly {
      readonly quantity: string;
      readonly allocated: string;
      readonly corrected: string;
      readonly setAside: string;
      readonly unallocated: string;
    }[];
  } | null;
  readonly existed: boolean;
  readonly replayed: boolean;
  readonly userErrors: readonly UserErrorSeen[];
}

export interface Imported {
  readonly import: {
    readonly id: string;
    readonly done: boolean;
    readonly rows: readonly {
      readonly row: number;
      readonly status: string;
      readonly userErrors: readonly { readonly code: string }[];
    }[];
  } | null;
  readonly existed: boolean;
  readonly userErrors: readonly UserErrorSeen[];
}

export interface ReturnAnswered {
  readonly return: ReturnSeen | null;
  readonly userErrors: readonly UserErrorSeen[];
}

/** Why something was refused; empty when it was not. */
export const codesOf = ({ userErrors }: { readonly userErrors: readonly UserErrorSeen[] }) =>
  userErrors.map(({ code }) => code);

/** The line of a return that has one. */
export function only({ lines }: ReturnSeen): LineSeen {
  const [line] = lines;
  if (line === undefined || lines.length !== 1) throw new Error(`${String(lines.length)} lines`);
  return line;
}
