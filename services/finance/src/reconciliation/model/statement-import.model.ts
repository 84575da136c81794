import type {
  Compression,
  StatementBalance,
  StatementFormat,
  StatementName,
  StatementProblem,
} from './statement.model';

export const IMPORT_STATES = ['COLLECTING', 'QUEUED', 'IMPORTED', 'REFUSED'] as const;
/** COLLECTING: parts may come. QUEUED: complete, and being read. Both others are final: all of it was taken in, or none. */
export type ImportState = (typeof IMPORT_STATES)[number];

/** One delivery of a statement. */
export interface StatementImport {
  readonly id: string;
  readonly accountId: string;
  readonly format: StatementFormat;
  readonly compression: Compression;
  readonly fileName?: string;
  readonly statement?: StatementName;
  /** Balances that were told beside a file that has none. */
  readonly balances: readonly StatementBalance[];
  readonly state: ImportState;
  /** What the content must hash to, where the sender said so. */
  readonly sha256?: string;
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** What came of an import. */
export interface ImportResult {
  readonly linesNew: number;
  /** Lines that earlier imports had brought already. */
  readonly linesKnown: number;
  /** What was no booked line: announced, or of nothing. */
  readonly linesSkipped: number;
  readonly problems: readonly StatementProblem[];
  readonly sha256: string;
}

/** Bytes of base64 text in one part, so that a request stays within what the graph takes. */
export const LONGEST_PART = 90_000;
export const MOST_PARTS = 20_000;
/** Problems that are kept of one file; the first ones are the ones to mend. */
export const MOST_PROBLEMS = 50;
