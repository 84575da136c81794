import { renderSheet, type Sheet, type SheetPart } from '@redress/documents';
import type { ContentSection } from '../model/report-content.model';
import type { FrozenReport, ReportFileFormat } from '../model/report-file.model';
import type { FileLanguage } from '../model/report-format.model';
import { drawnChart } from './drawn-chart.mapper';
import { reportFields, shownMoment } from './report-fields.mapper';
import { REPORT_WORDS } from './report-words.mapper';
import { shownHead, shownRow, wordsIn } from './shown-cell.mapper';

/** Pages with the tables, the charts as vectors, and the places to sign. */
export const REPORT_PDF: ReportFileFormat = {
  ending: 'pdf',
  mediaType: 'application/pdf',
  drawn: true,
  write: (frozen, language) => renderSheet(sheetOf(frozen, language)),
};

function sheetOf(frozen: FrozenReport, language: FileLanguage): Sheet {
  const { report, content } = frozen;
  const title = wordsIn(report.definition.label, language);
  const number = `${content.report.from} – ${content.report.until}`;
  const edition = `${wordsIn(REPORT_WORDS.edition, language)} ${report.edition}`;
  return {
    language,
    title,
    number,
    drawnUpAt: report.madeAt ?? new Date(content.asOf.time),
    parts: [
      { kind: 'fields', fields: reportFields(frozen, language) },
      ...content.sections.flatMap((section) => partsOf(section, language)),
    ],
    signatures: signaturesOf(frozen, language),
    ...(report.correctedBy === null ? {} : { stamp: wordsIn(REPORT_WORDS.corrected, language) }),
    copies: [{ mark: edition, foot: `${title} · ${number} · ${edition} · ${report.sha256 ?? ''}` }],
    pageOf: (page, pages) => (language === 'zh-CN' ? `第 ${page} 页，共 ${pages} 页` : `Page ${page} of ${pages}`),
  };
}

function partsOf(section: ContentSection, language: FileLanguage): SheetPart[] {
  const title = wordsIn(section.title, language);
  const note = section.note === null ? [] : [{ kind: 'text' as const, title, text: wordsIn(section.note, language) }];
  if (section.columns.length === 0) return note;
  const chart = drawnChart(section, language);
  const rows = section.rows.map((row) => shownRow(section, row, language).map((cell) => cell?.text ?? '–'));
  const columns = section.columns.map((column) => ({
    label: shownHead(column, language),
    share: column.kind === 'KEY' ? 2 : 1,
    align: column.kind === 'KEY' ? ('left' as const) : ('right' as const),
  }));
  return [
    ...(chart === undefined ? [] : [{ kind: 'chart' as const, title, chart }]),
    { kind: 'table', ...(chart === undefined ? { title } : {}), columns, rows },
    ...note,
  ];
}

function signaturesOf({ report }: FrozenReport, language: FileLanguage): Sheet['signatures'] {
  const { definition, signedBy, signedAt, timeZone } = report;
  const signed = signedAt === null ? [] : [signedBy ?? '', shownMoment(signedAt, timeZone)];
  return definition.signers.map(({ label }, index) => ({
    label: wordsIn(label, language),
    lines: index > 0 ? [] : signed.length > 0 ? signed : [wordsIn(REPORT_WORDS.open, language)],
  }));
}
