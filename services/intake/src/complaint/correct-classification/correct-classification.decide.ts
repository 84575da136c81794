import { accept, refuse, type Outcome } from '@redress/kernel';
import type { Regulation } from '@redress/regulations';
import type { Complaint } from '../model/complaint.model';
import { asItStands, type StatedMatter } from '../model/stated-matter.model';
import type { FactRefusal } from '../model/fact-values.rules';
import { CATEGORY_AXIS } from '../model/matter.model';
import { axisProblems } from '../register-complaint/decide-matter.rules';

/** What a person says that a complaint is. */
export interface Correction {
  readonly categoryCode?: string;
  readonly classification: readonly { readonly axis: string; readonly value: string }[];
}

export type CorrectionRefusal = FactRefusal | 'INTAKE_NOTHING_CORRECTED';

/** The values that a correction gives, by axis. */
export function correctedValues({ categoryCode, classification }: Correction): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(classification.map(({ axis, value }) => [axis, value])),
    ...(categoryCode === undefined ? {} : { [CATEGORY_AXIS]: categoryCode }),
  };
}

/** Decides whether a correction fits the regulation; what a person says is never overridden by a rule or the text. */
export function decideCorrection(
  correction: Correction,
  complaint: Complaint,
  regulation: Regulation,
): Outcome<StatedMatter, CorrectionRefusal> {
  const axes = Object.keys(correctedValues(correction));
  if (axes.length === 0) return refuse({ code: 'INTAKE_NOTHING_CORRECTED', path: ['classification'] });
  const [problem, ...others] = axisProblems(regulation, correction.classification);
  if (problem !== undefined) return refuse(problem, ...others);
  const current = asItStands(complaint);
  const given = Object.fromEntries(correction.classification.map(({ axis, value }) => [axis, value]));
  return accept({
    matter: { ...current.matter, classification: { ...current.matter.classification, ...given } },
    category: correction.categoryCode ?? current.category,
    origins: { ...current.origins, ...Object.fromEntries(axes.map((axis) => [axis, 'PERSON' as const])) },
    stated: new Set(axes.map((axis) => (axis === CATEGORY_AXIS ? axis : `classification.${axis}`))),
  });
}
