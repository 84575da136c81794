import type { Chart } from './charts/chart.model';

/** A label with its value, side by side. */
export interface SheetField {
  readonly label: string;
  readonly value: string;
}

/** A column of a table; its width is a share of the sheet’s. */
export interface SheetColumn {
  readonly label: string;
  readonly share: number;
  readonly align?: 'left' | 'right';
}

/** What a sheet is made of, from top to bottom. */
export type SheetPart =
  | { readonly kind: 'fields'; readonly title?: string; readonly fields: readonly SheetField[] }
  | {
      readonly kind: 'table';
      readonly title?: string;
      readonly columns: readonly SheetColumn[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'text'; readonly title: string; readonly text: string }
  | { readonly kind: 'chart'; readonly title?: string; readonly chart: Chart };

/** A box in which somebody signs or seals; its lines say who did so already. */
export interface SignatureBox {
  readonly label: string;
  readonly lines: readonly string[];
}

/** A copy of a sheet: what is printed in its corner, and at the foot of each of its pages. */
export interface SheetCopy {
  readonly mark: string;
  readonly foot: string;
}

/** A sheet of paper in one language, with everything that is printed on it. */
export interface Sheet {
  readonly language: 'zh-CN' | 'en';
  readonly title: string;
  readonly number: string;
  /** When it was drawn up: the date of the file too, so that the same sheet is always the same file. */
  readonly drawnUpAt: Date;
  readonly parts: readonly SheetPart[];
  readonly signatures: readonly SignatureBox[];
  /** Printed large across the head, for a sheet that is not in force any more. */
  readonly stamp?: string;
  readonly copies: readonly SheetCopy[];
  /** What stands for a page of several: `Page 1 of 2`. */
  readonly pageOf: (page: number, pages: number) => string;
}
