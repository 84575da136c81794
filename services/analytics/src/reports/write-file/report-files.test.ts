import { createHash } from 'node:crypto';
import { textOfPages } from '@redress/documents/testing';
import { strFromU8, unzipSync } from 'fflate';
import { REPORT_FORMATS } from '../model/report-format.model';
import { aFrozenReport } from '../testing/a-report';
import { REPORT_FILE_FORMATS } from './report-formats.mapper';

const digest = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const { JSON: json, XLSX: xlsx, PDF: pdf } = REPORT_FILE_FORMATS;

async function partsOf(): Promise<Readonly<Record<string, string>>> {
  const files = unzipSync(await xlsx.write(aFrozenReport(), 'zh-CN'));
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
}

/** The values of a range such as `'1 Types'!$A$5:$A$9`, read from the sheet that it names. */
function cellsAt(parts: Readonly<Record<string, string>>, reference: string): string[] {
  const match = /^'(.+)'!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$/.exec(reference.replaceAll('&amp;', '&'));
  if (match === null) throw new Error(`${reference} is no range`);
  const [, name = '', column = '', first = '', last = first] = match;
  const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]+)"/g)].map((each) => each[1]);
  const sheet = parts[`xl/worksheets/sheet${names.indexOf(name.replaceAll('&', '&amp;')) + 1}.xml`] ?? '';
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => {
    const cell = new RegExp(`<c r="${column}${Number(first) + index}"[^>]*>(?:<v>|<is><t[^>]*>)([^<]*)`).exec(sheet);
    return cell?.[1] ?? '';
  });
}

describe('files of a report', () => {
  it.each(REPORT_FORMATS)('as %s are the same to the bit, in each language', async (format) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const once = digest(await REPORT_FILE_FORMATS[format].write(aFrozenReport(), language));
      expect(digest(await REPORT_FILE_FORMATS[format].write(aFrozenReport(), language))).toBe(once);
    }
  });

  it('as JSON are what is frozen, and its digest is that of the report', async () => {
    const frozen = aFrozenReport();
    const content = await json.write(frozen, 'en');
    expect(digest(content)).toBe(frozen.report.sha256);
    expect(JSON.parse(content.toString())).toMatchObject({
      asOf: { position: '4711' },
      report: { from: '2026-10-01', until: '2026-10-31' },
    });
  });
});

describe('the workbook of a report', () => {
  it('is a package in which every part is declared and every relation leads to a part', async () => {
    const parts = await partsOf();
    const declared = [...(parts['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g)].map(
      (match) => match[1],
    );
    const own = Object.keys(parts).filter((name) => !name.endsWith('.rels') && name !== '[Content_Types].xml');
    expect(declared.sort()).toEqual(own.sort());
    for (const [name, content] of Object.entries(parts)) {
      if (!name.endsWith('.rels')) continue;
      const folder = name.replace(/_rels\/[^/]+$/, '');
      for (const [, target = ''] of content.matchAll(/Target="([^"]+)"/g)) {
        expect(parts).toHaveProperty([new URL(target, `file:///${folder}`).pathname.slice(1)]);
      }
    }
  });

  it('has charts that draw the cells of its sheets, with the same numbers beside for viewers', async () => {
    const parts = await partsOf();
    const charts = Object.entries(parts).filter(([name]) => name.startsWith('xl/charts/'));
    expect(charts.map(([, xml]) => /<c:(bar|line|pie)Chart>/.exec(xml)?.[1])).toEqual(['bar', 'line', 'pie', 'bar']);
    for (const [, xml] of charts) {
      const ranges = [...xml.matchAll(/<c:f>([^<]+)<\/c:f><c:(?:str|num)Cache>.*?<\/c:(?:str|num)Cache>/g)];
      expect(ranges.length).toBeGreaterThanOrEqual(3);
      for (const [whole, reference = ''] of ranges) {
        const cached = [...whole.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map((match) => match[1]);
        expect(cellsAt(parts, reference)).toEqual(cached);
      }
    }
    const [bars = ''] = charts.map(([, xml]) => xml);
    expect(bars).toContain('<c:v>=产品质量</c:v>');
    expect(bars).toContain('<c:v>12</c:v>');
  });

  it('has numbers as numbers, texts never as formulas, spans of time in hours, and a shaded field', async () => {
    const parts = await partsOf();
    const sheets = Object.entries(parts).filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name));
    const all = sheets.map(([, xml]) => xml).join('');
    expect(all).not.toContain('<f>');
    expect(all).toContain('t="inlineStr"><is><t xml:space="preserve">=产品质量</t>');
    expect(all).toContain('服务 &amp; &quot;态度&quot;');
    for (const number of ['<v>12</v>', '<v>1.50</v>', '<v>1234.50</v>', '<v>900</v>']) expect(all).toContain(number);
    expect(all).toContain('本系统不记录库存');
    const shaded = sheets.filter(([, xml]) => xml.includes('<cfRule type="colorScale"'));
    expect(shaded).toHaveLength(1);
    expect(shaded[0]?.[1]).toMatch(/sqref="F5:G6"/);
  });
});

describe('the pages of a report', () => {
  it('have tables and charts in the language of the reader, up to when they reach, and a place to sign', async () => {
    const read = async (language: 'zh-CN' | 'en', changes = {}) =>
      (await textOfPages(await pdf.write(aFrozenReport(changes), language))).join('\n').replaceAll(/\s+/g, ' ');
    const chinese = await read('zh-CN');
    for (const words of [
      '投诉统计表',
      '2026-10-01 – 2026-10-31',
      '客户投诉管理制度',
      '变更位置 4711',
      '总经理',
      '尚未签核',
      '电话',
      '上海',
    ]) {
      expect(chinese).toContain(words);
    }
    const english = await read('en', {
      signedBy: 'wang',
      signedAt: new Date('2026-11-03T02:00:00Z'),
      correctedBy: 'x',
    });
    for (const words of [
      'Complaint statistics table',
      'Telephone',
      '1234.50',
      'wang',
      '2026-11-03 10:00',
      'Corrected',
    ]) {
      expect(english).toContain(words);
    }
  });
});
