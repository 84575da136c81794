import type { Validity } from '../complaint-case/model/case.model';
import type { SentPurpose } from '../complaint-case/model/sent-purpose.model';
import { decideReply } from '../complaint-case/send-reply/send-reply.decide';
import { decideLegalStep } from '../outside/record-outside/record-outside.decide';
import { LI_HANDLER, QIN_MANAGER } from '../test-bench/builders';
import { aPlanOf, aProvision, aStage, LABEL } from '../test-bench/own-regulation';
import { closing, investigated } from '../test-bench/rounds';
import { Run } from '../test-bench/run-of-a-case';
import { codesOf } from '../test-bench/story';
import { isMet } from './model/met-consequences.model';

const planWith = (consequences: string[], validity = 'INVALID') =>
  aPlanOf({ validity: { values: [aProvision({ validity, label: LABEL, consequences })] } });
const found = (consequences: string[], validity: Validity = 'INVALID') =>
  investigated(Run.of(planWith(consequences, validity)).assigned(), validity);
const close = closing('NOT_ESTABLISHED');
const tell =
  (purpose: SentPurpose) =>
  (...[situation, context]: Parameters<Parameters<Run['do']>[1]>) =>
    decideReply(situation, { purpose, text: '经调查，不属实' }, context);

describe('what follows from a finding', () => {
  it.each<[string, SentPurpose]>([
    ['EXPLAIN', 'EXPLANATION'],
    ['EXPLAIN_AND_APOLOGISE', 'EXPLANATION_AND_APOLOGY'],
    ['EDUCATE', 'EDUCATION'],
  ])('%s: the complainant is told before the case is closed', (consequence, purpose) => {
    const run = found([consequence]);
    expect(codesOf(run.try(LI_HANDLER, close))).toEqual(['CASE_CLOSING_REPLY_MISSING']);
    const other: SentPurpose = purpose === 'EDUCATION' ? 'EXPLANATION' : 'EDUCATION';
    expect(codesOf(run.try(LI_HANDLER, tell(other)))).toEqual(['CASE_PURPOSE_NOT_ASKED']);
    const told = run.do(LI_HANDLER, tell(purpose));
    expect([isMet(consequence as 'EXPLAIN', run.current), isMet(consequence as 'EXPLAIN', told.current)]).toEqual([
      false,
      true,
    ]);
    expect(told.do(LI_HANDLER, close).current.outcome).toBe('NOT_ESTABLISHED');
  });

  it('EXPLAIN: waits for no proposal, where replies to complaints that are established come after one', () => {
    const plan = aPlanOf({
      stages: [aStage('proposal', 'PROPOSAL'), aStage('reply', 'REPLY', { after: ['proposal'] })],
      validity: { values: [aProvision({ validity: 'INVALID', label: LABEL, consequences: ['EXPLAIN'] })] },
    });
    const told = investigated(Run.of(plan).assigned(), 'INVALID').do(LI_HANDLER, tell('EXPLANATION'));
    expect(told.do(LI_HANDLER, close).current.outcome).toBe('NOT_ESTABLISHED');
  });

  it('nothing: no such reply is asked for, and none is possible', () => {
    const run = found([]);
    expect(codesOf(run.try(LI_HANDLER, tell('EXPLANATION')))).toEqual(['CASE_PURPOSE_NOT_ASKED']);
    expect(run.do(LI_HANDLER, close).facts.map(({ type }) => type)).toEqual(['CASE_CLOSED']);
  });

  it('NORMAL_COLLECTION: finance is told to collect', () => {
    const run = found(['NORMAL_COLLECTION']).do(LI_HANDLER, close);
    expect(run.facts.map(({ type }) => type)).toEqual(['CASE_CLOSED', 'COLLECTION_RESUMED']);
    expect(isMet('NORMAL_COLLECTION', run.current)).toBe(true);
  });

  it('RESPONSIBILITY_ONLY: the complaint is handled in the same way', () => {
    expect(codesOf(found(['RESPONSIBILITY_ONLY']).try(LI_HANDLER, close))).toEqual(['CASE_HANDLED_REGARDLESS']);
  });

  it('REMEDY: it is not closed without one', () => {
    expect(codesOf(found(['REMEDY'], 'UNDETERMINED').try(LI_HANDLER, close))).toEqual(['CASE_HANDLED_REGARDLESS']);
  });

  it('LEGAL_MEANS: a legal step is offered, and otherwise not', () => {
    const step =
      (kind: 'REFERRAL' | 'LAWSUIT', dueAt?: Date) =>
      (...[situation, context]: Parameters<Parameters<Run['do']>[1]>) =>
        decideLegalStep(situation, { kind, description: '起诉', ...(dueAt === undefined ? {} : { dueAt }) }, context);
    const malicious = found(['LEGAL_MEANS'], 'MALICIOUS');
    expect(codesOf(malicious.try(LI_HANDLER, step('REFERRAL')))).toEqual([]);
    expect(codesOf(malicious.try(LI_HANDLER, step('LAWSUIT')))).toEqual(['CASE_ROLE_NOT_ENTITLED']);
    expect(codesOf(malicious.try(QIN_MANAGER, step('LAWSUIT')))).toEqual([]);
    expect(codesOf(malicious.try(QIN_MANAGER, step('LAWSUIT', malicious.context().now)))).toEqual([
      'CASE_DATE_NOT_LATER',
    ]);
    expect(codesOf(found([]).try(QIN_MANAGER, step('LAWSUIT')))).toEqual(['CASE_LEGAL_NOT_REGULATED']);
  });
});
