import type { ShownCell } from '../shown-cell.mapper';
import type { WorkbookChart, WorkbookSheet } from './workbook-sheet.mapper';
import { CHART, DRAWING, escaped, lettersOf, OFFICE, SHEET_DRAWING, XML } from './xml.mapper';

const AXES = '<c:axId val="1"/><c:axId val="2"/>';
const [CHART_WIDTH, CHART_HEIGHT] = [10, 22];

/** Where the chart lies on its sheet: beside the table, so that neither covers the other. */
export function drawingXml({ width }: WorkbookSheet): string {
  const [left, top] = [width + 1, 3];
  const corner = (column: number, line: number) =>
    `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${line}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
  return (
    `${XML}<xdr:wsDr xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}"><xdr:twoCellAnchor>` +
    `<xdr:from>${corner(left, top)}</xdr:from><xdr:to>${corner(left + CHART_WIDTH, top + CHART_HEIGHT)}</xdr:to>` +
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/><xdr:cNvGraphicFramePr/>' +
    '</xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>' +
    `<a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${OFFICE}" r:id="rId1"/></a:graphicData>` +
    '</a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>'
  );
}

/** The part of a chart: every name and number is a reference to the cells of its sheet, with a copy for viewers. */
export function chartXml(sheet: WorkbookSheet, chart: WorkbookChart): string {
  const series = chart.series.map((column, index) => seriesXml(sheet, chart, column, index)).join('');
  return (
    `${XML}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="${OFFICE}"><c:chart>` +
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>${escaped(chart.title)}</a:t></a:r></a:p></c:rich></c:tx>` +
    '<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>' +
    `${plotXml(chart, series)}</c:plotArea>` +
    '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/>' +
    '<c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}

function plotXml({ kind }: WorkbookChart, series: string): string {
  switch (kind) {
    case 'BAR':
      return (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>' +
        `${series}<c:gapWidth val="60"/>${AXES}</c:barChart>${axesXml('l', 'b', 'maxMin')}`
      );
    case 'LINE':
      return (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>' +
        `${series}<c:marker val="1"/>${AXES}</c:lineChart>${axesXml('b', 'l', 'minMax')}`
      );
    case 'PIE':
      return `<c:pieChart><c:varyColors val="1"/>${series}<c:firstSliceAng val="0"/></c:pieChart>`;
  }
}

function axesXml(category: 'b' | 'l', value: 'b' | 'l', order: 'minMax' | 'maxMin'): string {
  return (
    `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${order}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${category}"/><c:tickLblPos val="nextTo"/><c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>` +
    '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>' +
    `<c:axPos val="${value}"/><c:majorGridlines/><c:numFmt formatCode="General" sourceLinked="1"/>` +
    '<c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx>'
  );
}

function seriesXml(sheet: WorkbookSheet, chart: WorkbookChart, column: number, index: number): string {
  const { category, head, first, last } = chart;
  const cell = (line: number, at: number): ShownCell => sheet.lines[line]?.cells[at] ?? null;
  const lines = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  const name = reference(sheet.name, column, head, head);
  const names = reference(sheet.name, category, first, last);
  const numbers = reference(sheet.name, column, first, last);
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>` +
    `<c:tx><c:strRef><c:f>${name}</c:f>${cache('str', [cell(head, column)])}</c:strRef></c:tx>` +
    (chart.kind === 'BAR' ? '<c:invertIfNegative val="0"/>' : '') +
    `<c:cat><c:strRef><c:f>${names}</c:f>${cache(
      'str',
      lines.map((line) => cell(line, category)),
    )}</c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${numbers}</c:f>${cache(
      'num',
      lines.map((line) => cell(line, column)),
    )}</c:numRef></c:val>` +
    (chart.kind === 'LINE' ? '<c:smooth val="0"/>' : '') +
    '</c:ser>'
  );
}

/** `'1 Types'!$A$5:$A$9`; names of sheets have no quotation mark of their own. */
function reference(sheet: string, column: number, first: number, last: number): string {
  const at = (line: number) => `$${lettersOf(column)}$${line + 1}`;
  return escaped(`'${sheet}'!${first === last ? at(first) : `${at(first)}:${at(last)}`}`);
}

function cache(kind: 'str' | 'num', cells: readonly ShownCell[]): string {
  const points = cells.map((cell, index) =>
    cell === null ? '' : `<c:pt idx="${index}"><c:v>${escaped(cell.text)}</c:v></c:pt>`,
  );
  const format = kind === 'num' ? '<c:formatCode>General</c:formatCode>' : '';
  return `<c:${kind}Cache>${format}<c:ptCount val="${cells.length}"/>${points.join('')}</c:${kind}Cache>`;
}
