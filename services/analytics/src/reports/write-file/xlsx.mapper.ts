import { strToU8, zipSync } from 'fflate';
import type { ReportFileFormat } from '../model/report-file.model';
import { chartXml, drawingXml } from './xlsx/chart-xml.mapper';
import { sheetXml } from './xlsx/sheet-xml.mapper';
import { workbookSheets, type WorkbookSheet } from './xlsx/workbook-sheet.mapper';
import { escaped, MAIN, OFFICE, PACKAGE, relationships, XML } from './xlsx/xml.mapper';

const TYPE = 'application/vnd.openxmlformats-officedocument';

/** A workbook with a sheet for each section, and charts that draw the cells beside them. */
export const REPORT_XLSX: ReportFileFormat = {
  ending: 'xlsx',
  mediaType: `${TYPE}.spreadsheetml.sheet`,
  drawn: true,
  write: (frozen, language) => Promise.resolve(workbookOf(workbookSheets(frozen, language))),
};

/** The bytes of a workbook with these sheets. */
export function workbookOf(sheets: readonly WorkbookSheet[]): Buffer {
  return packed(partsOf(sheets));
}

/** Nothing is compressed and nothing of the moment is in it, so that the same report is the same bytes for ever. */
function packed(parts: readonly (readonly [string, string])[]): Buffer {
  const files = Object.fromEntries(parts.map(([name, content]) => [name, strToU8(content)]));
  return Buffer.from(zipSync(files, { level: 0, mtime: new Date(1980, 0, 1) }));
}

function partsOf(sheets: readonly WorkbookSheet[]): readonly (readonly [string, string])[] {
  return [
    ['[Content_Types].xml', contentTypes(sheets)],
    ['_rels/.rels', relationships([{ type: 'officeDocument', target: 'xl/workbook.xml' }])],
    ['xl/workbook.xml', workbookXml(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheets.map((_, index) => ({ type: 'worksheet', target: `worksheets/sheet${index + 1}.xml` })),
        { type: 'styles', target: 'styles.xml' },
      ]),
    ],
    ['xl/styles.xml', STYLES],
    ...sheets.flatMap((sheet, index) => sheetParts(sheet, index + 1)),
  ];
}

function sheetParts(sheet: WorkbookSheet, number: number): readonly (readonly [string, string])[] {
  const { chart } = sheet;
  const own = [`xl/worksheets/sheet${number}.xml`, sheetXml(sheet)] as const;
  if (chart === undefined) return [own];
  const drawing = relationships([{ type: 'drawing', target: `../drawings/drawing${number}.xml` }]);
  return [
    own,
    [`xl/worksheets/_rels/sheet${number}.xml.rels`, drawing],
    [`xl/drawings/drawing${number}.xml`, drawingXml(sheet)],
    [
      `xl/drawings/_rels/drawing${number}.xml.rels`,
      relationships([{ type: 'chart', target: `../charts/chart${number}.xml` }]),
    ],
    [`xl/charts/chart${number}.xml`, chartXml(sheet, chart)],
  ];
}

function contentTypes(sheets: readonly WorkbookSheet[]): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}" ContentType="${TYPE}.${type}+xml"/>`;
  const ofSheets = sheets.map(({ chart }, index) => {
    const number = index + 1;
    const sheet = override(`worksheets/sheet${number}.xml`, 'spreadsheetml.worksheet');
    if (chart === undefined) return sheet;
    return `${sheet}${override(`drawings/drawing${number}.xml`, 'drawing')}${override(`charts/chart${number}.xml`, 'drawingml.chart')}`;
  });
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    override('workbook.xml', 'spreadsheetml.sheet.main') +
    override('styles.xml', 'spreadsheetml.styles') +
    `${ofSheets.join('')}</Types>`
  );
}

function workbookXml(sheets: readonly WorkbookSheet[]): string {
  const all = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${all.join('')}</sheets></workbook>`;
}

const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
