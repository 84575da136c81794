import type { AskedAt, FiguresAnswer } from '../questions/ask-figures.handler';
import type { FiguresQuery, FiguresRefusal } from '../questions/figures-query.model';
import type { CombinedRow } from './combine-rows.decide';

/** A question that is put to several organisations alike. */
export interface AcrossQuestion {
  readonly query: FiguresQuery;
  /** All that the asker operates unless told. */
  readonly organisations?: readonly string[];
  /** What the answer takes into account; the same moment and definitions for all, and no position. */
  readonly at: AskedAt & { readonly time: Date };
  /** Up to where each organisation is taken into account; all that is known of those that are not named. */
  readonly positions: readonly OrganisationPosition[];
}

/** A place in the change feed of one organisation, as an earlier answer told it. */
export interface OrganisationPosition {
  readonly organisation: string;
  readonly position: bigint;
  readonly complete?: boolean;
}

export type AcrossRefusal =
  | FiguresRefusal
  | 'ANALYTICS_NO_ORGANISATION'
  | 'ANALYTICS_TOO_MANY_ORGANISATIONS'
  | 'ANALYTICS_ORGANISATION_NOT_OPERATED'
  | 'ANALYTICS_ORGANISATION_UNKNOWN'
  | 'ANALYTICS_ORGANISATION_NOT_ASKED'
  | 'ANALYTICS_ORGANISATION_TWICE'
  | 'ANALYTICS_POSITION_OF_ONE_ORGANISATION';

/** What one organisation answered. */
export interface OrganisationFigures extends Pick<FiguresAnswer, 'rows' | 'totals' | 'asOf' | 'engine'> {
  readonly organisation: string;
}

/** Why one organisation has no figures; the others are answered all the same. */
export interface OrganisationRefused {
  readonly organisation: string;
  readonly refusals: readonly { readonly code: AcrossRefusal }[];
}

/** What several organisations answered, and what it comes to where it can be put together. */
export interface AcrossAnswer {
  /** In the order of their names. */
  readonly organisations: readonly (OrganisationFigures | OrganisationRefused)[];
  /** Groups of all that answered; none where each organisation leaves out groups of its own. */
  readonly together: readonly CombinedRow[] | undefined;
  readonly totals: CombinedRow | undefined;
  readonly comparedWindow: FiguresAnswer['comparedWindow'];
  readonly time: Date;
}

/** Most organisations that one question is put to. */
export const MAXIMUM_ORGANISATIONS = 50;
