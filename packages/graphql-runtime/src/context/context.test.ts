import { thrownCode } from '../demo/thrown-code';
import type { Viewer } from '@redress/identity';
import { ROLES } from '@redress/kernel';
import { createLoaders } from './loaders';
import { negotiateLocale } from './locale';
import { requireOperator, requireRole } from './require-role';

describe('the language of a request', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['zh-Hant-TW', 'zh-CN'],
    ['en-GB;q=0.5, zh;q=0.9', 'zh-CN'],
    ['de, en;q=0.2, zh;q=0', 'en'],
    ['fr', 'en'],
    ['zh;q=nonsense', 'en'],
    ['zh,'.repeat(1_000), 'en'],
  ])('is read from %.30p as %s', (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });
});

describe('loaders', () => {
  it('read in one batch, each key once, objects by their content', async () => {
    const batches: unknown[][] = [];
    const loader = createLoaders();
    const load = (key: unknown) =>
      loader<unknown, string>('names', (keys) => {
        batches.push([...keys]);
        return Promise.resolve(keys.map((one) => JSON.stringify(one)));
      }).load(key);
    await Promise.all([load({ a: 1, b: 2 }), load({ b: 2, a: 1 }), load('x'), load('x')]);
    expect(batches).toEqual([[{ a: 1, b: 2 }, 'x']]);
  });

  it('fail one key alone when the batch says so', async () => {
    const loader = createLoaders()<number, number>('halves', async (keys) =>
      Promise.resolve(keys.map((key) => (key % 2 === 0 ? key / 2 : new Error('odd')))),
    );
    const results = await Promise.allSettled([loader.load(2), loader.load(3)]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected']);
  });
});

describe('requireRole', () => {
  const viewer: Viewer = {
    tenantId: 'acme',
    subject: 's',
    roles: ['agent'],
    tokenId: 't',
    expiresAt: new Date(8.64e15),
  };

  it('lets one of the roles through', () => {
    expect(requireRole({ viewer }, 'handler', 'agent')).toBe(viewer);
  });

  it('refuses other roles, and a token that has expired since', () => {
    expect(thrownCode(() => requireRole({ viewer }, 'handler'))).toBe('FORBIDDEN');
    const expired = { ...viewer, expiresAt: new Date(0) };
    expect(thrownCode(() => requireRole({ viewer: expired }, 'agent'))).toBe('UNAUTHENTICATED');
  });

  it('tells an operator from everybody else', () => {
    const operator: Viewer = { ...viewer, roles: [], operates: ['acme'] };
    expect(requireOperator({ viewer: operator })).toEqual(['acme']);
    expect(thrownCode(() => requireOperator({ viewer: { ...viewer, roles: ['admin'] } }))).toBe('FORBIDDEN');
    expect(thrownCode(() => requireOperator({ viewer: { ...operator, expiresAt: new Date(0) } }))).toBe(
      'UNAUTHENTICATED',
    );
    expect(thrownCode(() => requireRole({ viewer: operator }, ...ROLES))).toBe('FORBIDDEN');
  });
});
