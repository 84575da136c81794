import type { Actor, Role } from '@redress/kernel';
import { aPaper } from '../testing/a-paper';
import type { PaperMark } from '../model/paper.model';
import { decideHandingOut, decideSigning, type Signing } from './sign-paper.decide';

const at = new Date('2026-11-02T08:00:00.000Z');
const actor = (subject: string, ...roles: Role[]): Actor => ({ tenantId: 't', subject, roles });
const signing = (changes: Partial<Signing> = {}): Signing => ({
  signer: actor('manager-1', 'manager'),
  ...{ expectedVersion: 1, place: 'manager', sealProven: false, actsFor: undefined },
  ...changes,
});
const marked = (kind: PaperMark['kind'], place: string, by = 'manager-1'): PaperMark => ({
  ...{ position: 1, kind, place, by, at, localTime: '2026-11-02 16:00 Asia/Shanghai' },
});
const codeOf = (outcome: ReturnType<typeof decideSigning>) =>
  outcome.ok ? outcome.value.kind : outcome.refusals[0]?.code;

describe('signing a paper', () => {
  it('is for whoever has the role of the place', () => {
    expect(codeOf(decideSigning(aPaper(), [], signing()))).toBe('SIGNED');
  });

  it.each<[string, Partial<Signing>, PaperMark[], string]>([
    ['FINANCE_PAPER_NOT_YOURS_TO_SIGN', { signer: actor('agent-1', 'agent') }, [], 'of another role'],
    [
      'FINANCE_PAPER_NOT_YOURS_TO_SIGN',
      { actsFor: ['business-manager'] },
      [],
      'who is not appointed, where others are',
    ],
    ['FINANCE_PAPER_PLACE_UNKNOWN', { place: 'janitor' }, [], 'where there is no place'],
    ['FINANCE_PAPER_ALREADY_SIGNED', {}, [marked('SIGNED', 'manager', 'x')], 'where somebody signed'],
    [
      'FINANCE_PAPER_ONE_SIGNATURE_EACH',
      { expectedVersion: 1 },
      [marked('SIGNED', 'supervisor')],
      'who signed elsewhere on it',
    ],
    ['VERSION_CONFLICT', { expectedVersion: 2 }, [], 'who saw another version'],
    ['FINANCE_PAPER_SEAL_NEEDS_EVIDENCE', { place: 'complainant' }, [], 'for the customer, without proof'],
  ])('is refused with %s to somebody %#', (code, changes, marks) => {
    expect(codeOf(decideSigning(aPaper(), marks, signing(changes)))).toBe(code);
  });

  it('records the customer’s seal with its proof, whoever of the staff does so', () => {
    const changes = { signer: actor('agent-1', 'agent'), place: 'complainant', sealProven: true };
    expect(codeOf(decideSigning(aPaper(), [marked('SIGNED', 'manager', 'agent-1')], signing(changes)))).toBe('SEALED');
  });

  it('is refused on a paper that is void', () => {
    expect(codeOf(decideSigning(aPaper({ voidedAt: at }), [], signing()))).toBe('FINANCE_PAPER_VOID');
  });
});

describe('handing a copy out', () => {
  it('happens once, and only for a copy that there is', () => {
    const handOut = (copy: number, marks: PaperMark[] = []) =>
      codeOf(decideHandingOut(aPaper(), marks, { copy, expectedVersion: 1 }));
    expect(handOut(2)).toBe('HANDED_OUT');
    expect(handOut(3)).toBe('FINANCE_PAPER_COPY_UNKNOWN');
    expect(handOut(2, [marked('HANDED_OUT', '2')])).toBe('FINANCE_PAPER_COPY_HANDED_OUT');
  });
});
