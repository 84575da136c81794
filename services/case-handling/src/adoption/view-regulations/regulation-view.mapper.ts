import type { Regulation as RegulationModel } from '@redress/regulations';
import type { PublishedRegulation } from '../../regulation-drafts/model/published-regulation.model';
import { codedLabels } from './coded-labels.mapper';
import { toHandlingParts } from './regulation-handling.mapper';
import { toIntakeParts } from './regulation-intake.mapper';
import { toStage } from './regulation-stage.mapper';
import { OpenValue, Regulation } from './regulation.gql';

/** A regulation in the graph. */
export function toRegulation({ regulation, own, effectiveFrom, supersededFrom }: PublishedRegulation): Regulation {
  return Object.assign(new Regulation(), {
    code: regulation.id,
    version: regulation.version,
    titles: regulation.title,
    origin: own ? ('OWN' as const) : ('SHIPPED' as const),
    effectiveFrom: effectiveFrom ?? null,
    supersededFrom: supersededFrom ?? null,
    source: sourceOf(regulation),
    missing: regulation.missing ?? [],
    ...toIntakeParts(regulation),
    ...toHandlingParts(regulation),
    stages: regulation.stages.map((stage) => toStage(regulation, stage)),
    openValues: regulation.openValues.map(toOpenValue),
    document: regulation,
  });
}

function sourceOf({ source: { document, lines } }: RegulationModel): string {
  return lines === undefined ? document : `${document}, ${lines}`;
}

function toOpenValue({ key, type, label, quote, options }: RegulationModel['openValues'][number]): OpenValue {
  return Object.assign(new OpenValue(), { key, type, labels: label, quote, options: codedLabels(options) });
}
