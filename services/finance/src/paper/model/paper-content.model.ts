import type { Label } from '@redress/regulations';

/** A value as it is kept: words in both languages where there are words, else what is the same in both. */
export type PaperValue =
  | { readonly kind: 'TEXT'; readonly text: string }
  | { readonly kind: 'LABEL'; readonly label: Label }
  | { readonly kind: 'MONEY'; readonly amountMinor: string; readonly currency: string };

export interface PaperField {
  readonly label: Label;
  readonly value: PaperValue;
}

/** A line of a paper: an order line or one of its charges, with quantity and amount as far as they are known. */
export interface PaperLine {
  readonly orderNumber?: string;
  readonly lineNumber?: number;
  readonly charge?: string;
  readonly description?: string;
  readonly quantity?: string;
  readonly amountMinor?: string;
}

/** A section that people write in words, as the regulation asks for it. */
export interface PaperText {
  readonly title: Label;
  readonly text: string;
}

/** Where somebody signs or seals. */
export interface SigningPlace {
  /** A role, a party of the regulation, or `complainant`. */
  readonly place: string;
  readonly label: Label;
  /** The role that a signer needs; none for the complainant, whose seal staff record with evidence. */
  readonly role?: string;
}

/** A copy with its holder: a role, a party of the regulation, or `complainant`. */
export interface HeldCopy {
  readonly copy: number;
  readonly holder: string;
  readonly label: Label;
  /** What the regulation says of this copy, such as that its issuer keeps it. */
  readonly note?: Label;
}

/** Everything that a paper says, whatever the language it is rendered in. Stored once and never changed. */
export interface PaperContent {
  readonly title: Label;
  readonly currency?: string;
  readonly fields: readonly PaperField[];
  readonly lines: readonly PaperLine[];
  readonly texts: readonly PaperText[];
  readonly signatures: readonly SigningPlace[];
  readonly copies: readonly HeldCopy[];
  /** The day and time of drawing up as the organisation's clock showed them, with the zone. */
  readonly localTime: string;
}
