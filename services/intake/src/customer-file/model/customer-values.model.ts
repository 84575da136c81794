/** What of a customer's file changes over time. The first four are personal data. */
export const CUSTOMER_FIELDS = [
  'name',
  'email',
  'phone',
  'address',
  'segment',
  'preferredLanguage',
  'preferredChannel',
] as const;
export type CustomerField = (typeof CUSTOMER_FIELDS)[number];

export const PERSONAL_FIELDS = ['name', 'email', 'phone', 'address'] as const satisfies readonly CustomerField[];

/** Values of a file by field; what is not known is missing. */
export type CustomerValues = { readonly [Field in CustomerField]?: string };

/** A change of a file: what it holds then, and which fields differ. */
export interface FileChange {
  readonly after: CustomerValues;
  readonly changed: readonly CustomerField[];
}
