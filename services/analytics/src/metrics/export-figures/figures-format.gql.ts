import { registerEnumType } from 'type-graphql';
import { FIGURES_FORMATS, type FiguresFormat } from './figures-format.model';

export const FiguresFormatEnum = Object.fromEntries(FIGURES_FORMATS.map((name) => [name, name])) as {
  readonly [Name in FiguresFormat]: Name;
};
registerEnumType(FiguresFormatEnum, {
  name: 'FiguresFormat',
  description: 'Format of a file of figures.',
  valuesConfig: {
    CSV: { description: 'Comma-separated values in UTF-8 with a byte order mark.' },
    JSON: { description: 'JSON, with what the figures take into account.' },
    XLSX: { description: 'A workbook.' },
  },
});
