import type { Database } from '@redress/persistence';

/** What a paper at a version came to as a file. */
export interface Rendering {
  readonly paperId: string;
  readonly version: number;
  readonly language: string;
  /** 0 for all copies in one file. */
  readonly copy: number;
  /** Program and font, with their versions. */
  readonly renderer: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly at: Date;
}

/** Remembers renderings, so that a later one can be compared. */
export interface RenderingLog {
  /** Notes it unless the same was noted before; answers the digest that was noted first. */
  note(database: Database, tenantId: string, rendering: Rendering): Promise<string>;
}
