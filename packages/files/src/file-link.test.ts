import { randomBytes } from 'node:crypto';
import { newId } from '@redress/kernel';
import { readLink, writeLink } from './file-link';

describe('a link to a file', () => {
  const key = randomBytes(32);
  const link = { tenantId: 'acme', fileId: newId(), expiresAt: new Date('2026-11-22T08:00:00.000Z') };

  it('is read back as it was written', () => {
    expect(readLink(key, 'upload', writeLink(key, 'upload', link))).toEqual(link);
  });

  it('fits into one part of a path, whatever the tenant', () => {
    const longest = { ...link, tenantId: 'x'.repeat(36) };
    const written = writeLink(key, 'download', longest);
    expect(written).toMatch(/^[\w-]{1,99}$/);
    expect(readLink(key, 'download', written)).toEqual(longest);
  });

  it('is nothing for the other purpose, to another installation, or after one changed character', () => {
    const written = writeLink(key, 'upload', link);
    expect(readLink(key, 'download', written)).toBeUndefined();
    expect(readLink(randomBytes(32), 'upload', written)).toBeUndefined();
    expect(readLink(key, 'upload', `${written.startsWith('A') ? 'B' : 'A'}${written.slice(1)}`)).toBeUndefined();
    expect(readLink(key, 'upload', `${written}A`)).toBeUndefined();
    expect(readLink(key, 'upload', 'x')).toBeUndefined();
    expect(readLink(key, 'upload', 'x'.repeat(5_000))).toBeUndefined();
  });
});
