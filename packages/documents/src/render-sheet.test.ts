import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { renderSheet } from './render-sheet';
import { aSheet } from './testing/a-sheet';
import { textOfPages } from './testing/text-of-pdf';

const digest = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const TOP = join(__dirname, '..', '..', '..');

describe('a sheet', () => {
  it('is a PDF with a page for each copy, marked with its holder, its text readable', async () => {
    const content = await renderSheet(aSheet());
    expect(content.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    const [first = '', second = '', ...others] = await textOfPages(content);
    expect(others).toEqual([]);
    for (const words of [
      '销货折让证明单',
      'AC2026-000001',
      '顧客 C-1 (臺灣)',
      '1,234.50 CNY',
      '(副)总经理',
      'manager-1',
      '客户签章',
    ]) {
      expect(first).toContain(words);
      expect(second).toContain(words);
    }
    expect(first).toContain('第一联 业务部');
    expect(first).toContain('第 1 联,共 2 联 · 业务部');
    expect(second).toContain('第二联 财务部');
    expect(second).not.toContain('业务部');
  });

  it('goes on to as many pages as it needs, with its foot on each and its table’s head repeated', async () => {
    const rows = Array.from({ length: 80 }, (_, index) => [`O-${index + 1} / 1`, '1.00 CNY']);
    const columns = [
      { label: '订单', share: 2 },
      { label: '金额', share: 1 },
    ];
    const sheet = aSheet({ parts: [{ kind: 'table', columns, rows }], copies: aSheet().copies.slice(0, 1) });
    const pages = await textOfPages(await renderSheet(sheet));
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((text, index) => expect(text).toContain(`第 ${index + 1} 页,共 ${pages.length} 页`));
    expect(pages.slice(0, 2).every((text) => text.includes('订单') && text.includes('共 2 联 · 业务部'))).toBe(true);
    const all = pages.join('\n');
    expect(rows.every(([order = '']) => all.includes(order))).toBe(true);
  });

  it('says when it is not in force any more', async () => {
    const [page = ''] = await textOfPages(await renderSheet(aSheet({ stamp: '作废' })));
    expect(page).toContain('作废');
  });

  it('is the same to the bit, whatever was rendered before, and another when a word of it is another', async () => {
    const once = digest(await renderSheet(aSheet()));
    await renderSheet(aSheet({ title: '成品退货单', number: 'RS2026-000009' }));
    expect(digest(await renderSheet(aSheet()))).toBe(once);
    expect(digest(await renderSheet(aSheet({ number: 'AC2026-000002' })))).not.toBe(once);
  });

  it('is the same to the bit in another process, in another time zone and language', async () => {
    execFileSync(process.execPath, [join(TOP, 'packages', 'launcher', 'build.mjs'), 'documents'], { stdio: 'pipe' });
    const program = `
      const { renderSheet } = require('./packages/documents/dist/render-sheet');
      const { aSheet } = require('./packages/documents/dist/testing/a-sheet');
      renderSheet(aSheet()).then((content) =>
        process.stdout.write(require('node:crypto').createHash('sha256').update(content).digest('hex')));`;
    const env = { ...process.env, TZ: 'Pacific/Chatham', LANG: 'de_DE.UTF-8' };
    const elsewhere = execFileSync(process.execPath, ['-e', program], { cwd: TOP, env, encoding: 'utf8' });
    expect(elsewhere).toBe(digest(await renderSheet(aSheet())));
  });
});
