export const GRAINS = ['DAY', 'WEEK'] as const;
export type Grain = (typeof GRAINS)[number];

/** `U`: counts over an exposure. `P`: how many of those received. */
export type ChartKind = 'U' | 'P';

/** What a count is compared with: days, lines sold, or (a share) complaints. */
export const EXPOSURE_UNITS = ['DAY', 'LINE_SOLD', 'COMPLAINT'] as const;
export type ExposureUnit = (typeof EXPOSURE_UNITS)[number];

/** What was observed from one local day up to, and without, another. */
export interface Observation {
  readonly from: string;
  readonly to: string;
  readonly observed: number;
  /** How much of its unit the count is compared with. */
  readonly exposure: number;
}

/** The time before, in sum; what is tested is compared with it. */
export interface Baseline extends Observation {
  readonly points: number;
  readonly unit: ExposureUnit;
  /** Standard deviation of its points in units of chance; never below one. */
  readonly dispersion: number;
}

/** One point as it is drawn, all in counts at its own exposure. */
export interface ChartPoint extends Observation {
  readonly inBaseline: boolean;
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  /** The moving average and its upper limit; none in the baseline. */
  readonly average: number | null;
  readonly averageUpper: number | null;
}

/** A chart of one series, with the baseline that it is drawn from. */
export interface ControlChart {
  readonly kind: ChartKind;
  readonly grain: Grain;
  readonly baseline: Baseline;
  readonly points: readonly ChartPoint[];
}

/** What the centre line stands at: counts for each unit of exposure. Half an event is added where there was none. */
export function centreOf({ kind, baseline }: Pick<ControlChart, 'kind' | 'baseline'>): number {
  const { observed, exposure } = baseline;
  if (observed > 0 && (kind === 'U' || observed < exposure)) return observed / exposure;
  return kind === 'U' ? 0.5 / exposure : (observed + 0.5) / (exposure + 1);
}

/** The points that are tested. */
export function testedPoints({ points }: ControlChart): readonly ChartPoint[] {
  return points.filter(({ inBaseline }) => !inBaseline);
}

/** Several observations that follow one another, as one. Throws for none. */
export function together(observations: readonly Observation[]): Observation {
  const [first, last] = [observations[0], observations.at(-1)];
  if (first === undefined || last === undefined) throw new Error('nothing was observed');
  return {
    from: first.from,
    to: last.to,
    observed: observations.reduce((sum, { observed }) => sum + observed, 0),
    exposure: observations.reduce((sum, { exposure }) => sum + exposure, 0),
  };
}

/** A count of complaints among complaints is a share. */
export function kindOf(unit: ExposureUnit): ChartKind {
  return unit === 'COMPLAINT' ? 'P' : 'U';
}
