import { findRegulation, readRegulation, type Regulation } from '@redress/regulations';

/**
 * The regulation of an adoption: the organisation's own document where it has one, else the one that ships under its id
 * and version. Throws `Error` for a document that is no regulation.
 */
export function adoptedRegulation(
  reference: { readonly id: string; readonly version: number },
  document: unknown,
): Regulation | undefined {
  if (document === undefined) return findRegulation(reference.id, reference.version);
  return readRegulation(`${reference.id} ${reference.version}`, JSON.stringify(document));
}
