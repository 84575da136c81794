import type { Regulation as RegulationModel } from '@redress/regulations';
import { codedLabels } from './coded-labels.mapper';
import type { Regulation } from './regulation.gql';
import { ClassificationAxis, RecordCardField, RegulationItemType, RegulationLevel } from './regulation-intake.gql';

type Parts = Pick<Regulation, 'channels' | 'itemTypes' | 'cardFields' | 'assessment' | 'classification' | 'levels'>;
type CardField = RegulationModel['recordCard']['fields'][number];
type JudgedFact = RegulationModel['assessment'][number];

/** What of a regulation bears on how a matter comes in. */
export function toIntakeParts(regulation: RegulationModel): Parts {
  return {
    channels: regulation.channels.map(({ channel }) => channel),
    itemTypes: regulation.itemTypes.map(({ type, label, kinds, convertsTo, quote }) =>
      Object.assign(new RegulationItemType(), {
        ...{ type, labels: label, kinds: codedLabels(kinds), quote },
        convertsTo: (convertsTo ?? []).map((conversion) => conversion.type),
      }),
    ),
    cardFields: regulation.recordCard.fields.map(toCardField),
    assessment: regulation.assessment.map((fact) => toCardField({ ...fact, required: false })),
    classification: regulation.classification.map(({ axis, label, closed, values }) =>
      Object.assign(new ClassificationAxis(), { axis, labels: label, closed, values: codedLabels(values) }),
    ),
    levels: toLevels(regulation),
  };
}

function toCardField(field: CardField | (JudgedFact & Pick<CardField, 'required'>)): RecordCardField {
  const { key, type, label, options, required, quote } = field;
  return Object.assign(new RecordCardField(), {
    ...{ key, type, labels: label, options: codedLabels(options), quote },
    of: ('of' in field ? field.of : undefined) ?? null,
    required: required === true,
    requiredWhen: typeof required === 'string' ? required : null,
    personal: ('personal' in field ? field.personal : undefined) ?? false,
  });
}

function toLevels({ levels }: RegulationModel): RegulationLevel[] {
  if (levels === undefined) return [];
  return [...levels.values]
    .sort((one, other) => one.rank - other.rank)
    .map(({ level, rank, label, track }) =>
      Object.assign(new RegulationLevel(), {
        ...{ level, rank, labels: label, track, initial: level === levels.initial },
        triggers: levels.triggers
          .filter((each) => each.level === level)
          .map(({ trigger, when, quote }) => ({ trigger, when, quote })),
      }),
    );
}
