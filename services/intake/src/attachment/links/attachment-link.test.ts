import { randomBytes } from 'node:crypto';
import { readLink, writeLink } from './attachment-link';

describe('a link to an attachment', () => {
  const key = randomBytes(32);
  const link = { tenantId: 'acme', attachmentId: 'a1', expiresAt: new Date('2026-11-22T08:00:00.000Z') };

  it('is read back as it was written', () => {
    expect(readLink(key, 'upload', writeLink(key, 'upload', link))).toEqual(link);
  });

  it('is nothing for the other purpose, to another installation, or after one changed character', () => {
    const written = writeLink(key, 'upload', link);
    expect(readLink(key, 'download', written)).toBeUndefined();
    expect(readLink(randomBytes(32), 'upload', written)).toBeUndefined();
    expect(readLink(key, 'upload', `A${written.slice(1)}`)).toBeUndefined();
    expect(readLink(key, 'upload', 'x')).toBeUndefined();
    expect(readLink(key, 'upload', 'x'.repeat(5_000))).toBeUndefined();
  });
});
