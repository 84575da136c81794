/** What kind of person or body complains (IN-05). */
export const CUSTOMER_KINDS = [
  'CONSUMER',
  'AGENT',
  'FRANCHISEE',
  'RETAILER',
  'CORPORATE_BUYER',
  'MEMBER',
  'POLICYHOLDER',
  'EMPLOYEE',
  'GROUP',
  'AUTHORITY',
] as const;
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];

/** Who a customer is: personal data, sealed at rest and never in an event or a log. */
export interface Identity {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly externalRef?: string;
}

/** What is told of a customer who is not known yet. */
export interface CustomerDetails {
  readonly name: string;
  readonly kind: CustomerKind;
  readonly email?: string;
  readonly phone?: string;
  readonly preferredLanguage?: string;
}

/** How a command names its customer: one who is known, or one to be entered. */
export interface CustomerReference {
  readonly id?: string;
  readonly externalRef?: string;
  readonly details?: CustomerDetails;
}

/** A customer to be entered into the file. */
export interface NewCustomer {
  readonly id: string;
  readonly kind: CustomerKind;
  readonly preferredLanguage?: string;
  readonly identity: Identity;
}

/** Where a customer's identity lies, as their key names it. */
export const IDENTITY_PLACE = 'identity';
