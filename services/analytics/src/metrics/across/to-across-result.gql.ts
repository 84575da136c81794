import { toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { DimensionName } from '../model/dimension.model';
import { toMetricRow } from '../to-metrics-result.gql';
import type { AcrossAnswer, OrganisationFigures, OrganisationRefused } from './across-question.command';
import type { AcrossResult, CombinedRow, OrganisationAnswer } from './across-result.gql';
import type { CombinedRow as Combined } from './combine-rows.decide';

const isAnswered = (answer: OrganisationFigures | OrganisationRefused): answer is OrganisationFigures =>
  'rows' in answer;

/** An answer as the graph shows it. */
export function toAcrossResult(
  answer: AcrossAnswer,
  groupBy: readonly DimensionName[],
  context: Pick<GraphContext, 'locale' | 'refusalTexts'>,
): AcrossResult {
  const { organisations, together, totals, comparedWindow, time } = answer;
  return {
    ...{ time, userErrors: [], comparedWindow: comparedWindow ?? null },
    organisations: organisations.map((one) => toOrganisation(one, context)),
    rows: organisations
      .filter(isAnswered)
      .flatMap(({ organisation, rows }) => rows.map((row) => ({ organisation, ...toMetricRow(row, groupBy) }))),
    together: together?.map((row) => toCombinedRow(row, groupBy)) ?? null,
    totals: totals === undefined ? null : toCombinedRow(totals, []),
  };
}

function toOrganisation(
  one: OrganisationFigures | OrganisationRefused,
  context: Pick<GraphContext, 'locale' | 'refusalTexts'>,
): OrganisationAnswer {
  const { organisation } = one;
  if (!isAnswered(one)) {
    const userErrors = toUserErrors(one.refusals, context);
    return { organisation, asOf: null, totals: null, extensions: null, userErrors };
  }
  const { asOf, totals, engine } = one;
  return {
    ...{ organisation, asOf, userErrors: [], extensions: { engine } },
    totals: totals === undefined ? null : toMetricRow(totals, []),
  };
}

function toCombinedRow({ keys, figures }: Combined, groupBy: readonly DimensionName[]): CombinedRow {
  return {
    keys: groupBy.map((dimension, index) => ({ dimension, value: keys[index] ?? null })),
    values: figures.map(({ value = null, currency = null, numerator = null, denominator = null, ...figure }) => ({
      ...{ ...figure, value, currency, numerator, denominator },
    })),
  };
}
