import { csvLine } from './csv-line.model';

describe('a line of the package of a month', () => {
  it.each([
    ['=1+1', "'=1+1"],
    [' =1+1', "' =1+1"],
    ['\u00a0@SUM(A1)', "'\u00a0@SUM(A1)"],
    ['\tx', "'\tx"],
    ['-5.00', '-5.00'],
    ['a "b"', '"a ""b"""'],
  ])('writes %j so that no spreadsheet computes it', (cell, written) => {
    expect(csvLine([cell])).toBe(`${written}\r\n`);
  });
});
