import type { Complaint } from './complaint.model';
import { CATEGORY_AXIS, type Matter, type Origin } from './matter.model';

/** What somebody states of a complaint, before the rules have looked at it. */
export interface StatedMatter {
  readonly matter: Matter;
  readonly category: string;
  readonly origins: Readonly<Record<string, Origin>>;
  /** The level so far. */
  readonly level?: string | undefined;
  /** The facts that are theirs, as a change names them. */
  readonly stated: ReadonlySet<string>;
}

/** A complaint as it stands, as the beginning of a change. What nobody gave an origin was given by a person. */
export function asItStands({ matter, category, judgement }: Complaint): Omit<StatedMatter, 'stated'> {
  const given = Object.fromEntries(
    [CATEGORY_AXIS, ...Object.keys(matter.classification)].map((axis) => [axis, 'PERSON']),
  );
  const origins = { ...given, ...judgement.origins } as Record<string, Origin>;
  return { matter, category: category.code, origins, level: judgement.level?.level };
}
