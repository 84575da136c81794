import type { Regulation } from '@redress/regulations';

/** A regulation that an organisation can adopt, and since when and until when it is the valid version. */
export interface PublishedRegulation {
  readonly regulation: Regulation;
  /** Whether the organisation wrote it itself. */
  readonly own: boolean;
  /** For an own one: when its version takes effect. */
  readonly effectiveFrom?: Date;
  /** When a later version of the same regulation takes effect. */
  readonly supersededFrom?: Date;
}
