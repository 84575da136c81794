import { findRegulation } from '@redress/regulations';
import type { Instrument } from '../settlement/model/settlement-part.model';
import { attachmentProblem, fileProblems, type AddEvidence } from './add-evidence/add-evidence.policy';
import { evidenceRules, missingFor } from './model/evidence-rule.model';
import type { Evidence } from './model/evidence.model';
import { decideVerdict, type Verdict } from './verify-evidence/verify-evidence.decide';

const MANUFACTURER = findRegulation('manufacturer-yymmcc', 1);
const parts = (...instruments: Instrument[]) => instruments.map((instrument) => ({ instrument }));
const at = new Date('2026-11-02T08:00:00.000Z');

const anEvidence = (changes: Partial<Evidence> = {}): Evidence => ({
  ...{ id: 'e', settlementId: 's', kind: 'original-invoice', fileName: '发票.pdf', mediaType: 'application/pdf' },
  ...{ sizeBytes: 10, state: 'GIVEN', addedBy: 'agent-1', addedAt: at, expiresAt: at, version: 2 },
  ...changes,
});

describe('the evidence that a regulation asks for', () => {
  it('is one of three for a return and one of two for an allowance', () => {
    const [ofReturn, none] = evidenceRules(parts('RETURN', 'RETURN'), MANUFACTURER);
    expect([ofReturn?.atLeast, ofReturn?.of.map(({ kind }) => kind), none]).toEqual([
      1,
      ['original-invoice', 'annotated-invoice-copy', 'sealed-return-certificate'],
      undefined,
    ]);
    const [ofAllowance] = evidenceRules(parts('ALLOWANCE'), MANUFACTURER);
    expect([ofAllowance?.atLeast, ofAllowance?.of.map(({ kind }) => kind)]).toEqual([
      1,
      ['annotated-invoice-copy', 'sealed-allowance-certificate'],
    ]);
  });

  it('is asked for each remedy of a settlement that combines several', () => {
    const rules = evidenceRules(parts('ALLOWANCE', 'RETURN', 'GOODWILL'), MANUFACTURER);
    expect(rules.map(({ instrument }) => instrument).sort()).toEqual(['ALLOWANCE', 'RETURN']);
    const missing = (accepted: string[]) => rules.map((rule) => missingFor(rule, new Set(accepted)));
    expect(missing([])).toEqual([1, 1]);
    expect(missing(['annotated-invoice-copy'])).toEqual([0, 0]);
    expect(missing(['sealed-allowance-certificate', 'supporting'])).toEqual([0, 1]);
  });

  it('is none where the text is silent, and where finance knows of no regulation', () => {
    expect(evidenceRules(parts('REFUND'), MANUFACTURER)).toEqual([]);
    expect(evidenceRules(parts('RETURN'), undefined)).toEqual([]);
  });

  it('counts kinds, not files', () => {
    const rule = {
      instrument: 'RETURN',
      atLeast: 2,
      of: [
        { kind: 'a', label: LABEL },
        { kind: 'b', label: LABEL },
      ],
    };
    expect(missingFor(rule, new Set(['a']))).toBe(1);
    expect(missingFor(rule, new Set(['a', 'b', 'c']))).toBe(0);
  });
});

const LABEL = { zh: '凭证', en: 'evidence' };

describe('attaching evidence', () => {
  const file = (changes: Partial<AddEvidence> = {}): AddEvidence => ({
    ...{ settlementId: 's', kind: 'original-invoice', fileName: '发票.pdf' },
    ...{ mediaType: 'application/pdf', sizeBytes: 10 },
    ...changes,
  });
  const rules = evidenceRules(parts('RETURN'), MANUFACTURER);

  it.each<[string, Partial<AddEvidence>]>([
    ['FINANCE_EVIDENCE_FILE_NAME_UNFIT', { fileName: '../secret.pdf' }],
    ['FINANCE_EVIDENCE_MEDIA_TYPE_NOT_ALLOWED', { mediaType: 'text/html' }],
    ['FINANCE_EVIDENCE_SIZE_OUT_OF_BOUNDS', { sizeBytes: 20 * 1024 * 1024 + 1 }],
    ['INPUT_INVALID', { note: 'x'.repeat(501) }],
  ])('is refused with %s', (code, changes) => {
    expect(
      fileProblems(file())
        .concat(fileProblems(file(changes)))
        .map((problem) => problem.code),
    ).toEqual([code]);
  });

  it('is for kinds that the regulation knows, and for what supports them', () => {
    const open = { number: 'S', state: 'RELEASED' } as const;
    expect(attachmentProblem(file(), open, rules)).toBeUndefined();
    expect(attachmentProblem(file({ kind: 'supporting' }), open, [])).toBeUndefined();
    expect(attachmentProblem(file({ kind: 'sealed-allowance-certificate' }), open, rules)).toMatchObject({
      code: 'FINANCE_EVIDENCE_KIND_UNKNOWN',
      details: { allowed: ['original-invoice', 'annotated-invoice-copy', 'sealed-return-certificate', 'supporting'] },
    });
  });

  it.each(['REFUSED', 'REJECTED', 'CANCELLED'] as const)('is refused once the settlement is %s', (state) => {
    expect(attachmentProblem(file(), { number: 'S', state }, rules)?.code).toBe('FINANCE_SETTLEMENT_NOT_OPEN');
  });
});

describe('verifying evidence', () => {
  const verdict = (changes: Partial<Verdict> = {}): Verdict => ({
    ...{ subject: 'finance-1', expectedVersion: 2, accepted: true, reason: '', now: at },
    ...changes,
  });

  it('accepts, or refuses with a reason', () => {
    expect(decideVerdict(anEvidence(), verdict())).toMatchObject({
      value: { state: 'ACCEPTED', verifiedBy: 'finance-1', verifiedAt: at, version: 3 },
    });
    expect(decideVerdict(anEvidence(), verdict({ accepted: false, reason: ' no stamp ' }))).toMatchObject({
      value: { state: 'REFUSED', reason: 'no stamp' },
    });
  });

  it.each<[string, Partial<Evidence>, Partial<Verdict>]>([
    ['FINANCE_EVIDENCE_OWN_WORK', { addedBy: 'finance-1' }, {}],
    ['FINANCE_EVIDENCE_REASON_REQUIRED', {}, { accepted: false, reason: ' ' }],
    ['FINANCE_EVIDENCE_NOT_GIVEN', { state: 'REQUESTED' }, {}],
    ['FINANCE_EVIDENCE_VERIFIED_ALREADY', { state: 'ACCEPTED' }, { accepted: false, reason: 'no' }],
    ['FINANCE_EVIDENCE_VERIFIED_ALREADY', { state: 'REFUSED' }, {}],
    ['VERSION_CONFLICT', {}, { expectedVersion: 1 }],
  ])('is refused with %s', (code, evidence, changes) => {
    expect(decideVerdict(anEvidence(evidence), verdict(changes))).toMatchObject({ ok: false, refusals: [{ code }] });
  });
});
