import { FIGURE_DEFINITIONS, type Figure } from '../../model/series.model';
import { binomialAtLeast, markedAtLeast } from '../../model/tail-probability.rules';
import type { ImprovementEffect, Measured } from './improvement-point.model';

const SIGNIFICANT = 0.05;

/** Compares two windows exactly: rates by the conditional binomial test, shares by that of Fisher, both two-sided. */
export function effectOf(figure: Figure, before: Measured, after: Measured): Omit<ImprovementEffect, 'measuredAt'> {
  const [was, is] = [rateOf(before), rateOf(after)];
  const less = chanceOfAsMany(figure, before, after);
  const more = chanceOfAsMany(figure, after, before);
  const probability = Math.min(1, 2 * Math.min(less, more));
  return {
    ...{ before, after, probability },
    significant: probability < SIGNIFICANT,
    ...(was > 0 ? { changePercent: Math.round(((is - was) / was) * 1000) / 10 } : {}),
  };
}

function rateOf({ observed, exposure }: Measured): number {
  return exposure > 0 ? observed / exposure : 0;
}

/** The chance that the one has so many or more of what both have together. */
function chanceOfAsMany(figure: Figure, one: Measured, other: Measured): number {
  if (one.exposure <= 0 || other.exposure <= 0) return 1;
  const all = { observed: one.observed + other.observed, exposure: one.exposure + other.exposure };
  return FIGURE_DEFINITIONS[figure].reading === 'COUNT'
    ? binomialAtLeast(one.observed, all.observed, one.exposure / all.exposure)
    : markedAtLeast(one.observed, { population: all.exposure, marked: all.observed, drawn: one.exposure });
}
