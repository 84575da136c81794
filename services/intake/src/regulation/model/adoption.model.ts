import type { Channel } from '@redress/contracts';
import type { Refusal } from '@redress/kernel';
import type { AdoptionSettings, Regulation } from '@redress/regulations';

/** A regulation that an organisation adopted, with its open values filled in, from a moment on. */
export interface Adoption {
  readonly id: string;
  readonly regulation: Regulation;
  readonly effectiveFrom: Date;
  readonly adoptedAt: Date;
  readonly settings: AdoptionSettings;
  /** The regulation as it was published, where the organisation wrote it itself; none for one that ships. */
  readonly document?: unknown;
}

export type AdoptionRefusal = 'INTAKE_NO_REGULATION_IN_FORCE' | 'INTAKE_CHANNEL_NOT_ENABLED';

/** The adoption in force at a moment: the one that became effective last, and of two at once the one adopted later. */
export function inForceAt(adoptions: readonly Adoption[], at: Date): Adoption | undefined {
  return adoptions
    .filter(({ effectiveFrom }) => effectiveFrom.getTime() <= at.getTime())
    .reduce<Adoption | undefined>(
      (latest, next) => (latest === undefined || isLater(next, latest) ? next : latest),
      undefined,
    );
}

function isLater(one: Adoption, other: Adoption): boolean {
  const byEffect = one.effectiveFrom.getTime() - other.effectiveFrom.getTime();
  return byEffect === 0 ? one.adoptedAt.getTime() > other.adoptedAt.getTime() : byEffect > 0;
}

/** A complaint comes in only over a channel that the regulation in force names (IN-01); over any, where it names none. */
export function channelNotEnabled({ regulation }: Adoption, channel: Channel): Refusal<AdoptionRefusal> | undefined {
  const allowed = regulation.channels.map((entry) => entry.channel);
  return allowed.length === 0 || allowed.includes(channel)
    ? undefined
    : { code: 'INTAKE_CHANNEL_NOT_ENABLED', path: ['channel'], facts: { channel }, details: { allowed } };
}

/** The regulation version by which a complaint is handled, as the organisation adopted it before its receipt. */
export function regulationOf(
  adoptions: readonly Adoption[],
  reference: { readonly id: string; readonly version: number } | undefined,
): Regulation | undefined {
  if (reference === undefined) return undefined;
  return adoptions.find(({ regulation }) => regulation.id === reference.id && regulation.version === reference.version)
    ?.regulation;
}

/** Before the first adoption there is no rule by which a new complaint could be handled. */
export function noRegulationInForce(at: Date): Refusal<AdoptionRefusal> {
  return { code: 'INTAKE_NO_REGULATION_IN_FORCE', path: ['receivedAt'], facts: { receivedAt: at.toISOString() } };
}
