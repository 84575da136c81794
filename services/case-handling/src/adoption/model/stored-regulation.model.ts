import { readRegulation, type Regulation } from '@redress/regulations';

/** A regulation that was checked before it was stored. Throws `Error` when it is not one any more: that is a bug. */
export function storedRegulation(document: string): Regulation {
  return readRegulation('stored regulation', document);
}
