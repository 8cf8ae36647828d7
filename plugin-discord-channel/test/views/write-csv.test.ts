import { writeCsv } from '../../src/views/write-csv';

const cell = (value: string, formulas: 'disarm' | 'keep' = 'disarm') => writeCsv([[value]], { formulas }).slice(1, -2);

describe('a file of comma-separated values', () => {
  it('begins with the mark that tells Excel it is UTF-8, and ends every row with CR LF', () => {
    expect(
      writeCsv(
        [
          ['a', 'ż'],
          ['', '密码'],
        ],
        { formulas: 'keep' },
      ),
    ).toBe('\uFEFFa,ż\r\n,密码\r\n');
  });

  it.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['a;b', '"a;b"'],
    ['a\tb', '"a\tb"'],
    [' a ', '" a "'],
  ])('quotes %j as %j', (value, written) => expect(cell(value)).toBe(written));

  it.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://x.example","y")', `"'=HYPERLINK(""http://x.example"",""y"")"`],
    ['+48 600 100 200', "'+48 600 100 200"],
    ['-2+3', "'-2+3"],
    ['@SUM(1)', "'@SUM(1)"],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['\tx', `"'\tx"`],
    ['\n =1', `"'\n =1"`],
    ['\uFF1D1+1', "'\uFF1D1+1"],
  ])('has no spreadsheet run %j', (value, written) => expect(cell(value)).toBe(written));

  it.each(['=1+1', '-2+3', "'=1"])('leaves %j as it is in a file that is read back', (value) =>
    expect(cell(value, 'keep')).toBe(value),
  );

  it.each(['a=b', '1-2', 'kim@example.com'])('leaves %j as it is', (value) => expect(cell(value)).toBe(value));
});
