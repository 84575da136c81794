import type { Regulation } from '@redress/regulations';

/** That somebody signed for a signatory whom the change control of a regulation names. */
export interface Signature {
  readonly signatory: string;
  readonly signedBy: string;
  readonly signedAt: Date;
}

/** When and as which version a draft came into force. */
export interface Publication {
  readonly version: number;
  readonly effectiveFrom: Date;
  readonly publishedBy: string;
  readonly publishedAt: Date;
}

/** A regulation that an organisation writes itself; it never changes once it is published. */
export interface RegulationDraft {
  readonly id: string;
  readonly version: number;
  readonly regulation: Regulation;
  readonly draftedBy: string;
  readonly draftedAt: Date;
  readonly signatures: readonly Signature[];
  readonly publication?: Publication;
}

/** The signatories of a regulation who have not signed yet. */
export function missingSignatories(
  { changeControl }: Pick<Regulation, 'changeControl'>,
  signatures: readonly Pick<Signature, 'signatory'>[],
): readonly string[] {
  const signed = new Set(signatures.map(({ signatory }) => signatory));
  return (changeControl?.signatures ?? []).map(({ signatory }) => signatory).filter((each) => !signed.has(each));
}
