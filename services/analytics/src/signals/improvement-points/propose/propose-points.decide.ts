import type { Signal } from '../../model/signal.model';
import type { WatchedDimension } from '../../model/series.model';
import type { ImprovementPoint } from '../model/improvement-point.model';

/** A category, product or region with its part of all complaints or of what they cost. */
export interface Head {
  readonly dimension: WatchedDimension;
  readonly value: string;
  readonly source: 'MOST_COMPLAINTS' | 'MOST_COST';
  readonly amount: string;
  readonly whole: string;
  /** The part that it is of the whole; of what was paid in one currency, the less the fewer payments were in it. */
  readonly share: number;
  readonly currency?: string;
}

/** What a month suggests. */
export interface MonthSeen {
  readonly month: string;
  readonly from: string;
  readonly to: string;
  /** So many are asked for. */
  readonly wanted: number;
  readonly present: readonly ImprovementPoint[];
  /** Those of any month that are being improved. */
  readonly live: readonly ImprovementPoint[];
  readonly signals: readonly Signal[];
  readonly heads: readonly Head[];
}

export type Proposal = Pick<
  ImprovementPoint,
  'foundIn' | 'place' | 'source' | 'signalId' | 'figure' | 'dimension' | 'value' | 'evidence'
>;

/**
 * Proposes what is lacking to the number asked for: rises that nobody deals with first, the surest before the others,
 * then the largest parts of the month. Nothing is proposed twice, nor what is being improved already.
 */
export function proposePoints({ month, from, to, wanted, present, live, signals, heads }: MonthSeen): Proposal[] {
  const taken = new Set([...present, ...live].map(nameOf));
  const candidates: Omit<Proposal, 'foundIn' | 'place'>[] = [
    ...signals
      .filter(({ windowFrom }) => windowFrom < to)
      .sort((left, right) => right.score - left.score)
      .map(ofSignal),
    ...[...heads].sort((left, right) => right.share - left.share).map((head) => ofHead(head, from, to)),
  ];
  const chosen: Proposal[] = [];
  for (const candidate of candidates) {
    if (present.length + chosen.length >= wanted) break;
    if (taken.has(nameOf(candidate))) continue;
    taken.add(nameOf(candidate));
    chosen.push({ ...candidate, foundIn: month, place: present.length + chosen.length + 1 });
  }
  return chosen;
}

const nameOf = ({ dimension, value }: Pick<ImprovementPoint, 'dimension' | 'value'>): string => `${dimension}/${value}`;

function ofSignal({ id, figure, dimension, value, windowFrom, windowTo, observed, expected }: Signal) {
  const evidence = {
    ...{ from: windowFrom, to: windowTo, observed: String(observed) },
    comparedWith: expected.toFixed(1),
  };
  return { source: 'SIGNAL' as const, signalId: id, figure, dimension, value, evidence };
}

function ofHead({ source, dimension, value, amount, whole, currency }: Head, from: string, to: string) {
  const evidence = {
    ...{ from, to, observed: amount, comparedWith: whole },
    ...(currency === undefined ? {} : { currency }),
  };
  return { source, figure: 'COMPLAINTS' as const, dimension, value, evidence };
}
