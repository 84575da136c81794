import { renderSheet } from '@redress/documents';
import { textOfPages } from '@redress/documents/testing';
import { findRegulation } from '@redress/regulations';
import { paperProvision } from '../model/paper-provision.model';
import type { PaperMark } from '../model/paper.model';
import { aPaper } from '../testing/a-paper';
import { sheetOf } from './paper-sheet.policy';

const MANUFACTURER = findRegulation('manufacturer-yymmcc', 1);
const at = new Date('2026-11-02T08:00:00.000Z');
const localTime = '2026-11-02 16:00 Asia/Shanghai';
const mark = (changes: Partial<PaperMark>): PaperMark => ({
  ...{ position: 1, kind: 'SIGNED', place: 'manager', by: 'manager-1', at, localTime },
  ...changes,
});

describe('a paper as a sheet', () => {
  it('has two copies of the allowance certificate, for business and finance, with the places of manager, general manager and customer', async () => {
    const provision = paperProvision('SALES_ALLOWANCE_CERTIFICATE', MANUFACTURER);
    const paper = aPaper({ content: { ...aPaper().content, ...provision } });
    const pages = await textOfPages(await renderSheet(sheetOf(paper, [], { language: 'zh-CN' })));
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('第 1 联,共 2 联 · 业务部');
    expect(pages[1]).toContain('第 2 联,共 2 联 · 财务部');
    for (const page of pages)
      for (const words of [
        '销货折让证明单',
        'AC2026-000001',
        '1,234.50 CNY',
        'O-1 / 1',
        '总经理',
        '盖章',
        'a'.repeat(64),
      ])
        expect(page).toContain(words);
  });

  it('has four copies of the return slip and three of the penalty notice, each with its holder', () => {
    const holders = (kind: 'RETURN_SLIP' | 'PENALTY_NOTICE') =>
      paperProvision(kind, MANUFACTURER).copies.map(({ holder }) => holder);
    expect(holders('RETURN_SLIP')).toEqual(['business', 'finished-goods-warehouse', 'finance-department', 'business']);
    expect(holders('PENALTY_NOTICE')).toEqual(['gm-office', 'finance-department', 'penalised']);
    const slip = aPaper({ content: { ...aPaper().content, ...paperProvision('RETURN_SLIP', MANUFACTURER) } });
    expect(sheetOf(slip, [], { language: 'zh-CN' }).copies[0]?.mark).toBe('第 1 联,共 4 联 · 业务部 (自存)');
  });

  it('is in English where English is asked for, from the same stored content', () => {
    const sheet = sheetOf(aPaper(), [], { language: 'en' });
    expect(sheet.title).toBe('Sales-allowance certificate');
    expect(sheet.copies.map(({ mark: text }) => text)).toEqual([
      'Copy 1 of 2 · Business department',
      'Copy 2 of 2 · Finance department',
    ]);
    expect(sheet.pageOf(1, 2)).toBe('Page 1 of 2');
  });

  it('is one copy where one is asked for', () => {
    expect(sheetOf(aPaper(), [], { language: 'en', copy: 2 }).copies).toHaveLength(1);
  });

  it('shows who signed and sealed, and that it is void', () => {
    const marks = [mark({}), mark({ position: 2, kind: 'SEALED', place: 'complainant', by: 'agent-1' })];
    const sheet = sheetOf(aPaper(), [...marks, mark({ position: 3, kind: 'VOIDED', place: '' })], { language: 'en' });
    expect(sheet.signatures).toMatchObject([
      { label: 'Supervisor', lines: [] },
      { label: 'Manager', lines: ['Signed', 'manager-1', localTime] },
      { label: 'Customer (seal)', lines: ['Sealed', 'agent-1', localTime] },
    ]);
    expect(sheet.stamp).toBe(`VOID ${localTime}`);
    expect(sheetOf(aPaper(), marks, { language: 'en' }).stamp).toBeUndefined();
  });

  it.each([
    ['JPY', '1234567', '1,234,567 JPY'],
    ['CNY', '-5', '-0.05 CNY'],
    ['KWD', '1234567', '1,234.567 KWD'],
    ['UYW', '12345678', '1,234.5678 UYW'],
  ])('writes an amount of %s with all its digits', (currency, amountMinor, text) => {
    const value = { kind: 'MONEY', amountMinor, currency } as const;
    const content = { ...aPaper().content, fields: [{ label: { zh: '金额', en: 'Amount' }, value }] };
    expect(sheetOf(aPaper({ content }), [], { language: 'en' }).parts[0]).toMatchObject({
      fields: [{ value: text }, {}],
    });
  });
});
