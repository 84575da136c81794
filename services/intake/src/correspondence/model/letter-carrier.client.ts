import type { LetterContent, LetterMedium } from './letter.model';

/** A letter in the form in which a carrier takes it. */
export interface Consignment extends LetterContent {
  readonly messageId: string;
  /** Names the complaint for mail programs, which keep together what refers to it. */
  readonly threadId: string;
}

/** What a carrier said; a refusal that is `permanent` would be the same again. */
export type CarrierAnswer =
  { readonly taken: true } | { readonly taken: false; readonly error: string; readonly permanent: boolean };

/** Takes letters to their addressees, at least once: the receiver knows a repetition by its Message-ID. */
export interface LetterCarrier {
  readonly medium: LetterMedium;
  send(tenantId: string, consignment: Consignment): Promise<CarrierAnswer>;
  close(): Promise<void>;
}
