import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { applyMapping } from './apply-mapping';
import { parseMapping, readMapping, shippedMappings } from './mapping-file';
import { mappingJsonSchema } from './mapping-json-schema';
import { columnsOf, type Mapping } from './mapping.model';

const simple = {
  description: 'A test.',
  source: 'shop',
  timeZone: 'Asia/Shanghai',
  row: {
    externalId: { column: '编号' },
    receivedAt: { column: '时间', format: 'yyyy/M/d H:mm' },
    channel: { column: '渠道', values: { 电话: 'PHONE' } },
    category: { column: '类别' },
    text: { column: '内容' },
    customer: { externalRef: { column: '客户号' }, name: { column: '姓名' }, phone: { column: '电话' } },
  },
};
const mapping: Mapping = parseMapping(JSON.stringify(simple), 'simple');
const line = {
  编号: '1',
  时间: '2026/11/2 9:05',
  渠道: '电话',
  类别: '产品质量',
  内容: ' 坏了\n',
  客户号: 'C1',
  姓名: '王芳',
  电话: '',
};

describe('a mapping', () => {
  it.each([
    ['is not JSON', '{', 'is not JSON'],
    ['names no source', JSON.stringify({ ...simple, source: undefined }), 'source'],
    ['names a malformed source', JSON.stringify({ ...simple, source: 'My Shop' }), 'lower-case letters and digits'],
    ['names an unknown time zone', JSON.stringify({ ...simple, timeZone: 'Mars/Olympus' }), 'IANA time zone'],
    [
      'has a field that is unknown',
      JSON.stringify({ ...simple, row: { ...simple.row, colour: { column: 'a' } } }),
      'colour',
    ],
    [
      'lacks a field that every row needs',
      JSON.stringify({ ...simple, row: { ...simple.row, category: undefined } }),
      'row.category',
    ],
  ])('is refused with its reason when it %s', (_, text, reason) => {
    expect(() => parseMapping(text, 'simple')).toThrow(reason);
  });

  it('that does not exist is refused with the names of those that do', async () => {
    await expect(readMapping('nothing')).rejects.toThrow(/There is no mapping nothing. There are: .*cfpb/);
  });

  it('names the columns that its file must have', () => {
    expect(columnsOf(mapping)).toEqual(['编号', '时间', '渠道', '类别', '内容', '客户号', '姓名', '电话']);
  });
});

describe('the mappings that ship', () => {
  it('are all well-formed', async () => {
    const names = await shippedMappings();
    expect(names).toContain('cfpb');
    for (const name of names) await expect(readMapping(name)).resolves.toBeDefined();
  });

  it('are described by the JSON Schema beside them', async () => {
    const committed = await readFile(join(__dirname, '..', '..', 'mapping.schema.json'), 'utf8');
    expect(mappingJsonSchema()).toBe(committed);
  });
});

describe('a line of the file', () => {
  it('becomes a row; its dates are local ones of the mapping, its text is kept to the letter', () => {
    expect(applyMapping(mapping, line)).toEqual({
      row: {
        externalId: '1',
        receivedAt: '2026-11-02T01:05:00.000Z',
        channel: 'PHONE',
        category: '产品质量',
        text: ' 坏了\n',
        customer: { externalRef: 'C1', details: { name: '王芳' } },
      },
    });
  });

  it('leaves out what is empty', () => {
    expect(applyMapping(mapping, { ...line, 内容: ' ', 客户号: '', 姓名: '' })).toEqual({
      row: { externalId: '1', receivedAt: '2026-11-02T01:05:00.000Z', channel: 'PHONE', category: '产品质量' },
    });
  });

  it.each([
    ['an empty id', { 编号: ' ' }, [{ column: '编号', reason: 'is empty' }]],
    ['a date of another form', { 时间: '2.11.2026' }, [{ column: '时间', reason: 'is not a date like yyyy/M/d H:mm' }]],
    [
      'a day that does not exist',
      { 时间: '2026/2/30 9:05' },
      [{ column: '时间', reason: 'is not a date like yyyy/M/d H:mm' }],
    ],
    ['no date', { 时间: '' }, [{ column: '时间', reason: 'is empty' }]],
    ['a channel that the mapping does not know', { 渠道: '微信' }, [{ column: '渠道', reason: 'is none of 电话' }]],
    [
      'several faults',
      { 编号: '', 类别: '' },
      [
        { column: '编号', reason: 'is empty' },
        { column: '类别', reason: 'is empty' },
      ],
    ],
  ])('is bad with %s', (_, changes, bad) => {
    expect(applyMapping(mapping, { ...line, ...changes })).toEqual({ bad });
  });
});

describe('the mapping of the CFPB', () => {
  const complaint = {
    'Complaint ID': '3571115',
    'Date received': '2020-03-18',
    'Date sent to company': '2020-03-19',
    'Submitted via': 'Postal mail',
    Issue: 'Incorrect information on your report',
    Product: 'Credit reporting',
    State: 'FL',
    'Consumer complaint narrative': '',
    'Company response to consumer': 'Closed with explanation',
    'Timely response?': 'No',
    'Consumer disputed?': 'Yes',
  };
  let cfpb: Mapping;
  beforeAll(async () => {
    cfpb = await readMapping('cfpb');
  });

  it('takes a complaint that arrived closed as closed on the day of forwarding, US Eastern', () => {
    expect(applyMapping(cfpb, complaint)).toEqual({
      row: {
        externalId: '3571115',
        receivedAt: '2020-03-18T04:00:00.000Z',
        channel: 'LETTER',
        category: 'Incorrect information on your report',
        product: 'Credit reporting',
        region: 'FL',
        history: {
          firstReplyAt: '2020-03-19T04:00:00.000Z',
          closedAt: '2020-03-19T04:00:00.000Z',
          outcome: 'Closed with explanation',
          timely: false,
          disputed: true,
        },
      },
    });
  });

  it('knows winter time', () => {
    const mapped = applyMapping(cfpb, { ...complaint, 'Date received': '2019-12-02' });
    expect(mapped).toMatchObject({ row: { receivedAt: '2019-12-02T05:00:00.000Z' } });
  });

  it.each(['In progress', 'Untimely response'])('leaves one open that is "%s"', (outcome) => {
    const mapped = applyMapping(cfpb, {
      ...complaint,
      'Company response to consumer': outcome,
      'Consumer disputed?': 'N/A',
    });
    expect(mapped).toMatchObject({ row: { history: { outcome, timely: false } } });
    expect('row' in mapped && Object.keys(mapped.row.history ?? {})).toEqual(['outcome', 'timely']);
  });
});
