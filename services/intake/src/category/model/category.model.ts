/** A class of complaints; its code never changes and is unique within its organisation. */
export interface Category {
  readonly id: string;
  readonly code: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly origin: CategoryOrigin;
}

/** Where a category comes from: a regulation that was adopted, or a file that was taken over. */
export type CategoryOrigin = 'REGULATION' | 'IMPORT';

/** The category of complaints under a regulation that classes nothing. */
export const UNCLASSIFIED = { code: 'unclassified', label: { zh: '未分类', en: 'Unclassified' } } as const;

export const LABEL_LENGTH_AT_MOST = 200;
