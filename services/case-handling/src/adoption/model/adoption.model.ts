import { findRegulation, type AdoptionSettings, type Regulation } from '@redress/regulations';

/** That an organisation adopted a version of a regulation, with its open values filled in, from a moment on. Never changed. */
export interface Adoption {
  readonly id: string;
  readonly regulationId: string;
  readonly regulationVersion: number;
  readonly effectiveFrom: Date;
  readonly adoptedAt: Date;
  readonly adoptedBy: string;
  readonly settings: AdoptionSettings;
  /** The regulation as it was adopted, for one that the organisation wrote; one that ships is known by id and version. */
  readonly document?: Regulation;
}

/** The regulation of an adoption. Throws `Error` when its version no longer ships: what was adopted is never withdrawn. */
export function regulationOf({
  document,
  regulationId,
  regulationVersion,
}: Pick<Adoption, 'document' | 'regulationId' | 'regulationVersion'>): Regulation {
  const regulation = document ?? findRegulation(regulationId, regulationVersion);
  if (regulation === undefined) {
    throw new Error(`regulation ${regulationId} version ${regulationVersion} is adopted but unknown`);
  }
  return regulation;
}

/** The adoption in force at a moment: the one that became effective last. */
export function inForceAt(adoptions: readonly Adoption[], at: Date): Adoption | undefined {
  return latest(adoptions.filter(({ effectiveFrom }) => effectiveFrom.getTime() <= at.getTime()));
}

/**
 * The adoption that binds a complaint: of those of the regulation under which it was registered, the one in force at its
 * receipt. A complaint stays bound, so later adoptions do not matter.
 */
export function bindingAdoption(
  adoptions: readonly Adoption[],
  regulation: { readonly id: string; readonly version: number },
  receivedAt: Date,
): Adoption | undefined {
  return inForceAt(
    adoptions.filter(
      ({ regulationId, regulationVersion }) =>
        regulationId === regulation.id && regulationVersion === regulation.version,
    ),
    receivedAt,
  );
}

function latest(adoptions: readonly Adoption[]): Adoption | undefined {
  return adoptions.reduce<Adoption | undefined>(
    (last, next) => (last === undefined || next.effectiveFrom > last.effectiveFrom ? next : last),
    undefined,
  );
}
