import { ALLOWED_MEDIA_TYPES, contentMatches } from './media-types';

const bytes = (...values: (number | string)[]) =>
  Buffer.concat(values.map((value) => (typeof value === 'string' ? Buffer.from(value, 'latin1') : Buffer.of(value))));

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('the content of a file', () => {
  it.each([
    ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['image/png', bytes(0x89, 'PNG\r\n', 0x1a, '\n')],
    ['image/webp', bytes('RIFF', 0, 0, 0, 0, 'WEBPVP8 ')],
    ['image/heic', bytes(0, 0, 0, 24, 'ftypheic')],
    ['application/pdf', bytes('%PDF-1.7\n')],
    ['video/mp4', bytes(0, 0, 0, 24, 'ftypisom')],
    ['video/quicktime', bytes(0, 0, 0, 8, 'moov')],
    ['audio/mpeg', bytes('ID3', 4)],
    [DOCX, bytes('PK', 3, 4)],
    ['text/plain', Buffer.from('我要退款。\nRefund, please.')],
    ['text/plain', Buffer.from('退款').subarray(0, 5)],
  ])('matches %s', (mediaType, head) => {
    expect(contentMatches(mediaType, head)).toBe(true);
  });

  it.each([
    ['a program called a picture', 'image/jpeg', bytes('MZ', 0x90, 0)],
    ['a web page called a PDF', 'application/pdf', bytes('<html>')],
    ['bytes called a text', 'text/plain', bytes('abc', 0, 1)],
    ['another encoding called UTF-8 text', 'text/plain', bytes(0xcd, 0xcb, 0xbf, 0xee, 0x20)],
    ['an empty file called a picture', 'image/png', Buffer.alloc(0)],
    ['a type that is not taken', 'text/html', bytes('<html>')],
  ])('does not match: %s', (_, mediaType, head) => {
    expect(contentMatches(mediaType, head)).toBe(false);
  });

  it('never is something that a browser would run', () => {
    expect(ALLOWED_MEDIA_TYPES.filter((type) => /html|svg|xml$|javascript/.test(type))).toEqual([]);
  });
});
