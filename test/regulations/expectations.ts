import type { StartEvent } from '@redress/regulations';

/** A row of the deadline matrix, copied by hand from the collection of the texts, not from the data. */
export interface ExpectedDeadline {
  /** The stage in the data that it is. */
  readonly stage: string;
  readonly amount: number;
  readonly maximum?: number;
  readonly unit: 'MINUTES' | 'HOURS' | 'CALENDAR_DAYS' | 'WORKING_DAYS';
  readonly startsAt: StartEvent;
  /** The open value that the organisation of the scenario fills in with it, where the text gives no number. */
  readonly openValue?: string;
  /** What has to be told at registration so that the stage is planned. */
  readonly matter?: Matter;
}

/** Members of a registration that steer which rules apply. */
export interface Matter {
  readonly itemType?: string;
  readonly itemKind?: string;
  readonly channel?: string;
  readonly persons?: number;
  readonly raised?: number;
  readonly written?: boolean;
  readonly categoryCode?: string;
  readonly region?: string;
  readonly product?: string;
  readonly kind?: string;
  readonly assessment?: Readonly<Record<string, string | number | boolean>>;
  readonly card?: Readonly<Record<string, string | number | boolean>>;
  readonly classification?: Readonly<Record<string, string>>;
  /** The order line that it is about; one and the same for all, unless told. */
  readonly orderLine?: { readonly orderNumber: string; readonly lineNumber: number };
  /** A customer who is in the file already. */
  readonly customer?: { readonly id: string };
}

/** Up to which amount somebody may approve, as the text says. */
export interface ExpectedAuthority {
  readonly matter: Matter;
  readonly holder: string;
  /** In units of CNY, inclusive; null without limit. */
  readonly maximum: string | null;
  /** Who may approve more. */
  readonly above?: readonly string[];
}

/** What somebody read in a text with their own eyes, to be compared with what the system does. */
export interface Expectations {
  /** Id of the regulation. */
  readonly regulation: string;
  /** A complaint that the business of this text would get; the fields that the card asks for are filled in. */
  readonly usual?: Matter;
  readonly deadlines?: readonly ExpectedDeadline[];
  /** What the n-th complaint of a month or year is called: received when, and which number it gets. */
  readonly numbers?: readonly { readonly receivedAt: string; readonly number: RegExp }[];
  /** The level that each matter gets, after some days, or when it comes that many times from different people. */
  readonly levels?: readonly {
    readonly matter: Matter;
    readonly level: string;
    readonly afterDays?: number;
    readonly times?: number;
  }[];
  /** Stages in the order in which a usual complaint finishes them; `?` behind one that may come at any time. */
  readonly course?: readonly string[];
  /** Ways on which a dissatisfied complainant goes on. */
  readonly dissatisfied?: readonly string[];
  readonly authority?: readonly ExpectedAuthority[];
  /** What is filled in where the text leaves the authority open; supervisors and managers unless told. */
  readonly adoptedAuthority?: readonly {
    readonly role?: string;
    /** A party of the text, in the place of a role. */
    readonly holder?: string;
    readonly currency: string;
    readonly maximum?: string;
  }[];
  /** Papers that a matter brings about, beside those that stages produce. */
  readonly papers?: { readonly matter?: Matter; readonly written?: readonly string[] };
  /** A matter that the text treats as an emergency. */
  readonly emergency?: Matter;
  /** A matter, or a finding, after which the text lets legal steps be taken. */
  readonly legal?: { readonly matter?: Matter; readonly validity?: string };
  /** A matter in which the text tracks no improvement. */
  readonly exempt?: Matter;
  /** Items that become another: by themselves where the condition is told, or because somebody converts them. */
  readonly conversions?: readonly {
    readonly from: string;
    readonly matter: Matter;
    readonly to: string;
    readonly byItself: boolean;
  }[];
  /** What makes an item stay what it is, where the usual one would become another. */
  readonly unconverted?: Matter;
  /** What the complainant is told upon registration, on which channels where the text names them. */
  readonly acknowledged?: { readonly tells: readonly string[]; readonly channels?: readonly string[] };
  /** A matter in which each hand-over of the text takes place. */
  readonly handedOver?: Readonly<Record<string, Matter>>;
  /** To whom each matter, or decision, goes. */
  readonly routes?: readonly {
    readonly matter: Matter;
    readonly to: readonly string[];
    readonly remedies?: readonly object[];
  }[];
  /** From which day the text itself says that it is in force. */
  readonly inForceFrom?: string;
  /** Who signs, in the order of the text. */
  readonly signatories?: readonly string[];
  /** Which stage is approved by whom, in which order. */
  readonly approvals?: readonly {
    readonly stage: string;
    readonly matter: Matter;
    readonly approvers: readonly string[];
  }[];
  /** A matter that may be settled at once, and one that may not, where the text sets a condition. */
  readonly onTheSpot?: { readonly matter: Matter; readonly otherwise?: Matter };
  /** Stage that is let run over its time, and the paper that this brings, where the text knows one. */
  readonly overdue?: { readonly stage: string; readonly paper?: string };
}
