import { registerEnumType } from 'type-graphql';
import { EXPOSURE_UNITS, GRAINS } from '../model/control-chart.model';
import { DEFINITION_CODES, DEFINITIONS, SIGNAL_RULES } from '../model/rule-definitions.model';
import { FIGURE_DEFINITIONS, FIGURES, WATCHED_DIMENSIONS } from '../model/series.model';
import { SIGNAL_STATES } from '../model/signal.transitions';
import { described, enumOf } from '../public-graph/enum-of.gql';

const inWords = <Name extends string>(names: readonly Name[], words: (name: Name) => string) =>
  Object.fromEntries(names.map((name) => [name, { description: words(name) }])) as Record<
    Name,
    { description: string }
  >;

export const SignalFigureEnum = enumOf(FIGURES);
registerEnumType(SignalFigureEnum, {
  name: 'SignalFigure',
  description: 'What is watched.',
  valuesConfig: inWords(FIGURES, (figure) => {
    const { en, zh } = FIGURE_DEFINITIONS[figure].label;
    return `${en} (${zh}).`;
  }),
});

export const WatchedDimensionEnum = enumOf(WATCHED_DIMENSIONS);
registerEnumType(WatchedDimensionEnum, {
  name: 'WatchedDimension',
  description: 'By what it is watched.',
  valuesConfig: described({
    CATEGORY: 'Code of the category of the complaint.',
    PRODUCT: 'Product that the complaint is about.',
    REGION: 'Region of the complainant.',
  }),
});

export const SignalGrainEnum = enumOf(GRAINS);
registerEnumType(SignalGrainEnum, {
  name: 'SignalGrain',
  description: 'Length of the points of a chart, in the time zone of the organisation.',
  valuesConfig: described({ DAY: 'Local days.', WEEK: 'Weeks from Monday to Sunday.' }),
});

export const SignalExposureUnitEnum = enumOf(EXPOSURE_UNITS);
registerEnumType(SignalExposureUnitEnum, {
  name: 'SignalExposureUnit',
  description: 'What a count is held against.',
  valuesConfig: described({
    DAY: 'Days.',
    LINE_SOLD: 'Lines of the product that were sold.',
    COMPLAINT: 'Complaints of which it is a share.',
  }),
});

export const SignalRuleEnum = enumOf(SIGNAL_RULES);
registerEnumType(SignalRuleEnum, {
  name: 'SignalRule',
  description: 'What makes a signal of a rise.',
  valuesConfig: inWords(SIGNAL_RULES, (rule) => DEFINITIONS[rule].definition.en),
});

export const SignalDefinitionCodeEnum = enumOf(DEFINITION_CODES);
registerEnumType(SignalDefinitionCodeEnum, {
  name: 'SignalDefinitionCode',
  description: 'A rule or a method by which rises are found.',
  valuesConfig: inWords(DEFINITION_CODES, (code) => DEFINITIONS[code].definition.en),
});

export const SignalStateEnum = enumOf(SIGNAL_STATES);
registerEnumType(SignalStateEnum, {
  name: 'SignalState',
  description: 'What people made of a signal.',
  valuesConfig: described({
    OPEN: 'Nobody has looked at it.',
    ACKNOWLEDGED: 'Somebody looks into it.',
    DISMISSED: 'It was found to mean nothing, for a reason.',
    ADDRESSED: 'Something was done about it.',
  }),
});
