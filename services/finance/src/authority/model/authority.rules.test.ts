import { findRegulation } from '@redress/regulations';
import { money, type Role } from '@redress/kernel';
import { aQuestion, aSettings } from './authority-question.builder';
import { rulingOn, awaitedOf } from './ruling.model';
import type { AuthorityQuestion } from './authority-question.model';
import type { Endorsement, Signatory } from './signatory.model';

const cny = (minor: number) => money(BigInt(minor), 'CNY');
const person = (subject: string, roles: readonly Role[], ...parties: string[]): Signatory => ({
  subject,
  roles,
  parties,
});
const endorsed = (by: Signatory, minor: number): Endorsement => ({
  ...by,
  ...{ id: by.subject, holder: by.parties[0] ?? by.roles[0] ?? '', at: new Date(0) },
  ...{ amountMinor: BigInt(minor), currency: 'CNY' },
});
const clerk = person('clerk', ['finance']);
const kindOf = (question: AuthorityQuestion, who: Signatory) => rulingOn(question, who).kind;

describe('the authority to release money', () => {
  describe('where finance has limits of its own', () => {
    const own = (minor: number, changes: Partial<AuthorityQuestion> = {}) =>
      aQuestion({
        binding: {
          regulation: findRegulation('manufacturer-yymmcc') as never,
          settings: aSettings([
            { holder: 'finance', currency: 'CNY', maximumMinor: '50000' },
            { holder: 'deputy-general-manager', currency: 'CNY', maximumMinor: '500000' },
            { holder: 'general-manager', currency: 'CNY', maximumMinor: null },
          ]),
        },
        amount: cny(minor),
        ...changes,
      });

    it('allows up to the limit, and not a cent more', () => {
      expect(kindOf(own(50_000), clerk)).toBe('RELEASES');
      expect(rulingOn(own(50_001), clerk)).toMatchObject({
        kind: 'REFUSED',
        refusal: {
          code: 'FINANCE_EXCEEDS_AUTHORITY',
          details: { maximum: cny(50_000), allowed: ['deputy-general-manager', 'general-manager'] },
        },
      });
    });

    it('counts what was granted for the same harm before, and says what is left', () => {
      expect(rulingOn(own(30_000, { granted: [cny(30_000)] }), clerk)).toMatchObject({
        refusal: { code: 'FINANCE_SPLIT_EXCEEDS_AUTHORITY', details: { maximum: cny(20_000) } },
      });
      expect(kindOf(own(20_000, { granted: [cny(30_000)] }), clerk)).toBe('RELEASES');
      expect(kindOf(own(50_000, { granted: [money(10n ** 9n, 'JPY')] }), clerk)).toBe('RELEASES');
    });

    it('gives nobody authority in a currency of which the matrix does not speak', () => {
      const inYen = own(1, { amount: money(1n, 'JPY') });
      expect(kindOf(inYen, clerk)).toBe('REFUSED');
      expect(awaitedOf(inYen)).toBeUndefined();
    });

    it('waits for the lowest whose limit reaches, and lets finance release once that person has endorsed', () => {
      const question = own(400_000);
      const deputy = person('deputy', ['manager'], 'deputy-general-manager');
      expect(awaitedOf(question)).toEqual({ holder: 'deputy-general-manager', role: 'manager' });
      expect(kindOf({ ...question, endorsements: [endorsed(deputy, 400_000)] }, clerk)).toBe('RELEASES');
      const supervisor = person('chief', ['finance'], 'business');
      expect(kindOf({ ...question, endorsements: [endorsed(supervisor, 400_000)] }, clerk)).toBe('REFUSED');
      expect(kindOf(question, person('plain', ['manager']))).toBe('REFUSED');
    });
  });

  describe('where the matrix does not speak of finance', () => {
    const silent = (minor: number, changes: Partial<AuthorityQuestion> = {}) =>
      aQuestion({ amount: cny(minor), ...changes });

    it('lets finance release what the approver of the resolution had the authority to decide', () => {
      const resolution = { proposedBy: 'handler', approvedBy: 'boss', sums: [cny(90_000)] };
      expect(kindOf(silent(90_000, { resolution: { ...resolution, holders: ['supervisor'] } }), clerk)).toBe(
        'RELEASES',
      );
      const more = silent(90_000, { resolution: { ...resolution, holders: ['supervisor'] }, granted: [cny(20_000)] });
      expect(rulingOn(more, clerk)).toMatchObject({
        refusal: {
          code: 'FINANCE_SPLIT_EXCEEDS_AUTHORITY',
          details: { maximum: cny(80_000), allowed: ['manager'] },
        },
      });
      expect(kindOf({ ...more, resolution: { ...resolution, holders: ['manager'] } }, clerk)).toBe('RELEASES');
      expect(awaitedOf(more)).toEqual({ holder: 'manager', role: 'manager' });
    });

    it('takes the lowest who could have approved a resolution of which it is not known as whom it was', () => {
      const resolution = { proposedBy: 'handler', approvedBy: 'boss', sums: [cny(100_000)] };
      expect(kindOf(silent(60_000, { resolution, granted: [cny(40_000)] }), clerk)).toBe('RELEASES');
      expect(kindOf(silent(60_001, { resolution, granted: [cny(40_000)] }), clerk)).toBe('REFUSED');
      const larger = { ...resolution, sums: [cny(100_001)] };
      expect(kindOf(silent(60_001, { resolution: larger, granted: [cny(40_000)] }), clerk)).toBe('RELEASES');
    });

    it('binds those of whom it does speak by their own limits, whoever approved the resolution', () => {
      const supervisor = person('wu', ['supervisor']);
      const decided = { proposedBy: 'handler', approvedBy: 'boss', holders: ['manager'], sums: [] };
      expect(kindOf(silent(100_000, { resolution: decided }), supervisor)).toBe('RELEASES');
      expect(rulingOn(silent(100_001, { resolution: decided }), supervisor)).toMatchObject({
        refusal: { details: { maximum: cny(100_000), allowed: ['finance', 'manager'] } },
      });
    });
  });

  describe('where a row has a condition', () => {
    const regulation = findRegulation('jewellery-retail');
    const supervisor = person('xu', ['supervisor'], 'cs-centre-supervisor');
    const question = (assessment: Record<string, boolean | string>, minor = 100_000) =>
      aQuestion({
        binding: {
          regulation: regulation as never,
          settings: aSettings([{ holder: 'manager', currency: 'CNY', maximumMinor: null }]),
        },
        amount: cny(minor),
        instruments: ['COMPENSATION'],
        facts: { assessment },
      });

    it('gives the supervisor of the centre a thousand yuan where it stays in the region and out of the press', () => {
      const regional = { impact: 'regional', mediaInvolved: false };
      expect(kindOf(question(regional), supervisor)).toBe('RELEASES');
      expect(kindOf(question(regional, 100_001), supervisor)).toBe('REFUSED');
      expect(kindOf(question({ ...regional, mediaInvolved: true }), supervisor)).toBe('REFUSED');
      expect(kindOf(question({}), supervisor)).toBe('REFUSED');
      expect(kindOf(question(regional), person('other', ['supervisor']))).toBe('REFUSED');
    });
  });

  describe('where an instrument has approvers of its own', () => {
    const question = (changes: Partial<AuthorityQuestion> = {}) =>
      aQuestion({
        binding: {
          regulation: findRegulation('manufacturer-yymmcc') as never,
          settings: aSettings([
            { holder: 'supervisor', currency: 'CNY', maximumMinor: '500000' },
            { holder: 'manager', currency: 'CNY', maximumMinor: null },
          ]),
        },
        amount: cny(1_000),
        instruments: ['RETURN'],
        ...changes,
      });
    const businessManager = person('bo', ['supervisor'], 'business-manager');

    it('asks for the signature of one of them, and then lets finance release', () => {
      expect(rulingOn(question(), clerk)).toMatchObject({
        refusal: { code: 'FINANCE_APPROVAL_MISSING', details: { allowed: ['business-manager'] } },
      });
      expect(awaitedOf(question())).toEqual({ holder: 'business-manager', role: 'supervisor' });
      const signed = question({ endorsements: [endorsed(businessManager, 1_000)] });
      expect(awaitedOf(signed)).toEqual({ holder: 'finance', role: 'finance' });
      expect(kindOf(signed, clerk)).toBe('RELEASES');
    });

    it('takes the approval of the resolution by one of them as that signature', () => {
      const resolution = { proposedBy: 'h', approvedBy: 'bo', holders: ['supervisor', 'business-manager'], sums: [] };
      expect(kindOf(question({ resolution }), clerk)).toBe('RELEASES');
    });

    it('records the signature of who has only half of what is needed', () => {
      const large = question({
        amount: cny(900_000),
        resolution: { proposedBy: 'h', approvedBy: 's', holders: ['supervisor'], sums: [] },
      });
      expect(rulingOn(large, businessManager)).toEqual({
        kind: 'SIGNS',
        as: { holder: 'business-manager', role: 'supervisor' },
      });
      const halfSigned = { ...large, endorsements: [endorsed(businessManager, 900_000)] };
      expect(awaitedOf(halfSigned)).toEqual({ holder: 'manager', role: 'manager' });
      expect(kindOf(halfSigned, person('gm', ['manager']))).toBe('RELEASES');
      expect(rulingOn(large, person('gm', ['manager']))).toMatchObject({
        refusal: { code: 'FINANCE_APPROVAL_MISSING', details: { allowed: ['business-manager'] } },
      });
    });

    it('asks nobody for other instruments', () => {
      expect(kindOf(question({ instruments: ['ALLOWANCE'] }), clerk)).toBe('RELEASES');
    });
  });

  it('asks for nothing where the matrix is empty', () => {
    const question = aQuestion({ amount: cny(10 ** 9) });
    const without = { ...question, binding: { ...question.binding, settings: aSettings([]) } };
    expect(kindOf(without, clerk)).toBe('RELEASES');
  });
});
