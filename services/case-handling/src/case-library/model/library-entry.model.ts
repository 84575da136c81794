/** `SUBMITTED`: edited and confirmed, waits for the review by somebody else. */
export type LibraryState = 'DRAFT' | 'SUBMITTED' | 'APPROVED' | 'PUBLISHED';

/** What is read of a case; written without personal data. */
export interface LibraryTexts {
  readonly title: string;
  readonly facts: string;
  readonly handling: string;
  readonly lessons: string;
}

/** A row of `library_entry`, by column. */
export interface StoredLibraryEntry {
  readonly id: string;
  readonly version: number;
  readonly case_id: string;
  readonly state: LibraryState;
  readonly title: string;
  readonly category_code: string;
  readonly facts: string;
  readonly handling: string;
  readonly lessons: string;
  readonly redacted: string;
  readonly proposed_by: string;
  readonly proposed_at: Date;
  readonly edited_by: string | null;
  readonly confirmed_anonymous: number;
  readonly reviewed_by: string | null;
  readonly reviewed_at: Date | null;
  readonly review_note: string | null;
  readonly published_by: string | null;
  readonly published_at: Date | null;
}
