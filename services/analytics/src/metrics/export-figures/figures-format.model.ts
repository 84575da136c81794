export const FIGURES_FORMATS = ['CSV', 'JSON', 'XLSX'] as const;
export type FiguresFormat = (typeof FIGURES_FORMATS)[number];

/** A file of figures: its type, and its bytes. */
export interface FiguresFile {
  readonly mediaType: string;
  readonly content: Buffer;
}
