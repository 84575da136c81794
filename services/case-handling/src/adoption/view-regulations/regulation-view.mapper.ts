import type { Regulation as RegulationModel } from '@redress/regulations';
import { OpenValue, Regulation, RegulationStage, type StageDeadline } from './regulation.gql';

/** A regulation in the graph. */
export function toRegulation(model: RegulationModel): Regulation {
  return Object.assign(new Regulation(), {
    code: model.id,
    version: model.version,
    titles: model.title,
    source: `${model.source.document}, ${model.source.lines}`,
    channels: model.channels.map(({ channel }) => channel),
    stages: model.stages.map(toStage),
    openValues: model.openValues.map(({ key, type, label, quote }) =>
      Object.assign(new OpenValue(), { key, type, labels: label, quote }),
    ),
  });
}

function toStage({ stage, kind, isoStage, label, performers, article, deadline }: RegulationModel['stages'][number]) {
  return Object.assign(new RegulationStage(), {
    stage,
    kind,
    isoStage,
    labels: label,
    articles: article,
    performers,
    deadline: deadline === undefined ? null : toDeadline(deadline),
  });
}

function toDeadline(deadline: NonNullable<RegulationModel['stages'][number]['deadline']>): StageDeadline {
  const { startsAt, quote } = deadline;
  return 'openValue' in deadline
    ? { duration: null, openValue: deadline.openValue, startsAt, quote }
    : {
        duration: { amount: deadline.amount, maximum: deadline.maximum ?? null, unit: deadline.unit },
        openValue: null,
        startsAt,
        quote,
      };
}
