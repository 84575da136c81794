import type { ReportDefinition, Words } from './report-definition.model';

/** A column: what makes a row, or a figure. */
export interface ContentColumn {
  readonly key: string;
  readonly label: Words;
  readonly kind: 'KEY' | 'FIGURE';
  readonly unit: string | null;
  readonly currency: string | null;
  /** What values of a key are called; a value that is missing here is shown as it is. */
  readonly names: Readonly<Record<string, Words>>;
}

/** How a section is drawn; columns by their place. */
export type ContentChart =
  | { readonly kind: 'BAR' | 'LINE' | 'PIE'; readonly category: number; readonly series: readonly number[] }
  | { readonly kind: 'HEAT_MAP'; readonly down: number; readonly across: number; readonly value: number };

/** A table of a report, or the word that a figure is not kept. Cells are decimals or codes as text. */
export interface ContentSection {
  readonly code: string;
  readonly title: Words;
  readonly note: Words | null;
  readonly columns: readonly ContentColumn[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly chart: ContentChart | null;
}

/** Everything that a report says, as it is frozen. */
export interface ReportContent {
  readonly format: 1;
  readonly report: Omit<ReportDefinition, 'readers' | 'madeBy' | 'signers'> & {
    readonly from: string;
    /** The last day of the period. */
    readonly until: string;
    readonly timeZone: string;
    readonly edition: number;
    readonly correctionReason: string | null;
  };
  readonly asOf: {
    readonly position: string;
    readonly time: string;
    readonly complete: boolean;
    readonly metricVersion: number;
  };
  readonly sections: readonly ContentSection[];
}
