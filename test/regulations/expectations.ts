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
  /** Stage that is let run over its time, and the paper that this brings, where the text knows one. */
  readonly overdue?: { readonly stage: string; readonly paper?: string };
}
