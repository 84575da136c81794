import { money, newId } from '@redress/kernel';
import { accepted, aCaseIn, AN_APOLOGY, A_REFUND, codesOf } from '../test-bench/story';
import {
  aCase,
  aComplaint,
  aContext,
  aPlan,
  aSituation,
  aStaffMember,
  anActor,
  LI_HANDLER,
  WU_SUPERVISOR,
} from '../test-bench/builders';
import { decideAssignment } from './assign-case/assign-case.decide';
import { decideAcceptance } from './accept-case/accept-case.decide';
import { decideClosing } from './close-case/close-case.decide';
import { decideRejection } from './decide-resolution/decide-resolution.decide';
import { decideOnReport, type SettlementReport } from './follow-settlement/follow-settlement.decide';
import type { ComplaintCase } from './model/case.model';
import type { Course } from './model/course.model';
import { decideOpening } from './open-case/open-case.decide';
import { decideProposal } from './propose-resolution/propose-resolution.decide';
import type { ProposedRemedy } from './propose-resolution/propose-resolution.command';
import { decideConsent } from './record-consent/record-consent.decide';
import { decideInvestigation } from './record-investigation/record-investigation.decide';
import { decideReply } from './send-reply/send-reply.decide';

const typesOf = ({ facts }: Course): string[] => facts.map(({ type }) => type);

function aReport(current: ComplaintCase, state: SettlementReport['state'], remedy = 0): SettlementReport {
  const { id: resolutionId = '', remedies = [] } = current.resolution ?? {};
  return { settlementId: newId(), resolutionId, remedyId: remedies[remedy]?.id ?? '', state };
}

describe('opening a case', () => {
  it('starts the clocks that the regulation counts from receipt', () => {
    const { opened } = decideOpening(aComplaint(), aContext());
    expect(opened.clocks.map(({ stage, due }) => [stage, due.dueAt.toISOString()])).toEqual([
      ['acceptance', '2026-03-13T02:00:00.000Z'],
      ['investigation', '2026-03-17T16:00:00.000Z'],
      ['resolution', '2026-03-23T16:00:00.000Z'],
    ]);
    expect(opened.regulation).toEqual({ id: 'company-24h-3wd-7wd', version: 1 });
  });

  it('closes at once what had ended elsewhere, with the dates of then and without clocks', () => {
    const closedAt = new Date('2016-02-03T00:00:00Z');
    const receivedAt = new Date('2016-01-02T00:00:00Z');
    const history = {
      closedAt,
      firstReplyAt: closedAt,
      outcome: 'Closed with explanation',
      timely: true,
      disputed: false,
    };
    const { opened, course } = decideOpening(aComplaint({ receivedAt, history }), { ...aContext(), plan: undefined });
    expect(opened).toMatchObject({ at: receivedAt, clocks: [] });
    expect(course.case).toMatchObject({ state: 'CLOSED', outcome: 'IMPORTED', closedAt, inTime: true, version: 2 });
    expect(course.case.imported).toEqual({ outcome: 'Closed with explanation', timely: true, disputed: false });
  });
});

describe('accepting', () => {
  it('stops the clock of acceptance, and says whether in time', () => {
    const late = aContext('2026-03-13T02:00:00.001Z');
    const course = accepted(decideAcceptance(aSituation(aCase(), anActor('an', 'agent')), late));
    expect(course.facts).toMatchObject([
      { type: 'CASE_ACCEPTED' },
      { type: 'CLOCK_COMPLETED', stage: 'acceptance', inTime: false },
    ]);
    expect(course.case.clocks.map(({ state }) => state)).toEqual(['COMPLETED', 'RUNNING', 'RUNNING']);
  });
});

describe('assigning', () => {
  const situation = aSituation(aCaseIn('ACCEPTED'), WU_SUPERVISOR);
  it.each([
    ['nobody known', undefined, 'CASE_ASSIGNEE_UNKNOWN'],
    ['somebody who left', aStaffMember({ active: false }), 'CASE_ASSIGNEE_INACTIVE'],
    ['somebody who does not investigate', aStaffMember({ roles: ['agent'] }), 'CASE_ASSIGNEE_NOT_HANDLER'],
  ])('to %s is refused', (_, assignee, code) => {
    expect(codesOf(decideAssignment(situation, assignee, aContext()))).toEqual([code]);
  });

  it('may be repeated in later stages, and leaves the stage as it is', () => {
    const current = aCaseIn('CONSENT');
    const { case: after } = accepted(
      decideAssignment(
        aSituation(current, WU_SUPERVISOR),
        aStaffMember({ subject: 'zhao', unitId: 'north' }),
        aContext(),
      ),
    );
    expect(after).toMatchObject({ state: 'CONSENT', assignee: 'zhao', assigneeUnit: 'north' });
  });
});

describe('proposing a resolution', () => {
  const propose = (remedies: ProposedRemedy[], text = '退款') =>
    decideProposal(aSituation(aCaseIn('RESOLUTION')), { text, remedies }, aContext());
  it.each<[string, ProposedRemedy[], string]>([
    ['nothing', [], 'CASE_NO_REMEDY'],
    ['a refund without an amount', [{ kind: 'REFUND' }], 'CASE_REMEDY_AMOUNT_REQUIRED'],
    ['an apology with an amount', [{ ...A_REFUND, kind: 'APOLOGY' }], 'CASE_REMEDY_AMOUNT_NOT_POSSIBLE'],
    ['a refund of zero', [{ kind: 'REFUND', amount: money(0n, 'CNY') }], 'CASE_REMEDY_AMOUNT_NOT_POSITIVE'],
    ['a refund below zero', [{ kind: 'REFUND', amount: money(-1n, 'CNY') }], 'CASE_REMEDY_AMOUNT_NOT_POSITIVE'],
    ['21 apologies', Array.from({ length: 21 }, () => AN_APOLOGY), 'CASE_TOO_MANY_REMEDIES'],
  ])('that gives %s is refused', (_, remedies, code) => {
    expect(codesOf(propose(remedies))).toEqual([code]);
  });

  it('refuses a text that is empty or endless, together with what else is wrong', () => {
    expect(codesOf(propose([], '  '))).toEqual(['CASE_TEXT_MISSING', 'CASE_NO_REMEDY']);
    expect(codesOf(propose([AN_APOLOGY], '长'.repeat(16_001)))).toEqual(['CASE_TEXT_TOO_LONG']);
  });

  it('draws money on the disputed line, and goodwill on none', () => {
    const goodwill: ProposedRemedy = { kind: 'GOODWILL', amount: money(1_000n, 'CNY') };
    const { case: after } = accepted(propose([A_REFUND, goodwill]));
    expect(after.resolution?.remedies.map(({ orderLine }) => orderLine)).toEqual([
      { orderNumber: 'SO-1', lineNumber: 1 },
      undefined,
    ]);
  });
});

describe('rejecting a proposal', () => {
  it('leaves the case in resolution, open for another proposal', () => {
    const situation = aSituation(aCaseIn('PROPOSED'), WU_SUPERVISOR);
    expect(codesOf(decideRejection(situation, { reason: '' }, aContext()))).toEqual(['CASE_TEXT_MISSING']);
    const { case: after } = accepted(decideRejection(situation, { reason: '金额过高' }, aContext()));
    expect(after).toMatchObject({ state: 'RESOLUTION', resolution: { state: 'REJECTED' } });
    const second = accepted(decideProposal(aSituation(after), { text: '换货', remedies: [AN_APOLOGY] }, aContext()));
    expect(second.case.resolution).toMatchObject({ position: 2, state: 'PROPOSED' });
  });
});

describe('replying', () => {
  it('informs on progress without moving the case, and the first reply is marked once', () => {
    const send = (current: ComplaintCase) =>
      accepted(decideReply(aSituation(current), { purpose: 'PROGRESS', form: 'ORAL', text: '正在调查' }, aContext()));
    const first = send(aCaseIn('INVESTIGATION'));
    expect(first).toMatchObject({ case: { state: 'INVESTIGATION' }, facts: [{ firstReply: true }] });
    expect(send(first.case).facts).toMatchObject([{ firstReply: false }]);
  });
});

describe('consent', () => {
  const consent = (current: ComplaintCase, decision: 'ACCEPTED' | 'OBJECTED', note?: string) =>
    decideConsent(aSituation(current, LI_HANDLER), { decision, ...(note === undefined ? {} : { note }) }, aContext());

  it('to money leads to execution and stops the clock of the resolution', () => {
    const course = accepted(consent(aCaseIn('CONSENT'), 'ACCEPTED'));
    expect(typesOf(course)).toEqual(['CONSENT_RECORDED', 'CLOCK_COMPLETED']);
    expect(course.case).toMatchObject({ state: 'EXECUTION', resolution: { state: 'ACCEPTED' } });
  });

  it('to a resolution without money closes the case, and starts the clock of the follow-up', () => {
    const course = accepted(consent(aCaseIn('CONSENT', [AN_APOLOGY]), 'ACCEPTED'));
    expect(typesOf(course)).toEqual([
      'CONSENT_RECORDED',
      'CLOCK_COMPLETED',
      'RESOLUTION_EXECUTED',
      'CLOCK_STARTED',
      'CASE_CLOSED',
    ]);
    expect(course.case).toMatchObject({ state: 'CLOSED', outcome: 'RESOLVED', inTime: true });
    expect(course.case.clocks.at(-1)).toMatchObject({ stage: 'follow-up', state: 'RUNNING' });
  });

  it('withheld leads back to resolution, where more can be found out and another proposal be made', () => {
    expect(codesOf(consent(aCaseIn('CONSENT'), 'OBJECTED', ' '))).toEqual(['CASE_TEXT_MISSING']);
    const { case: after } = accepted(consent(aCaseIn('CONSENT'), 'OBJECTED', '不够'));
    expect(after).toMatchObject({ state: 'RESOLUTION', resolution: { state: 'OBJECTED' } });
    const again = accepted(decideInvestigation(aSituation(after), { validity: 'VALID', findings: '复核' }, aContext()));
    expect(typesOf(again)).toEqual(['INVESTIGATION_RECORDED']);
    expect(
      accepted(decideProposal(aSituation(again.case), { text: '加倍', remedies: [A_REFUND] }, aContext())).case
        .resolutions,
    ).toBe(2);
  });
});

describe('what finance reports', () => {
  const report = (current: ComplaintCase, state: SettlementReport['state'], remedy = 0) =>
    decideOnReport(current, aReport(current, state, remedy), aContext());

  it('completes the case with the last payment', () => {
    const current = aCaseIn('EXECUTION', [A_REFUND, AN_APOLOGY, { kind: 'COMPENSATION', amount: money(1n, 'CNY') }]);
    const first = report(current, 'COMPLETED', 0);
    expect(typesOf(first)).toEqual(['REMEDY_SETTLED']);
    const second = decideOnReport(first.case, aReport(first.case, 'COMPLETED', 2), aContext());
    expect(typesOf(second)).toEqual(['REMEDY_SETTLED', 'RESOLUTION_EXECUTED', 'CLOCK_STARTED', 'CASE_CLOSED']);
    expect(second.case).toMatchObject({ state: 'CLOSED', outcome: 'RESOLVED' });
  });

  it.each(['REPLY', 'CONSENT', 'EXECUTION'] as const)(
    'returns a case in %s to resolution, with the reason and the maximum',
    (state) => {
      const current = aCaseIn(state);
      const maximum = money(100n, 'CNY');
      const course = decideOnReport(
        current,
        { ...aReport(current, 'REFUSED'), reason: 'FINANCE_OVER_CEILING', maximum },
        aContext(),
      );
      expect(course.facts).toMatchObject([{ type: 'SETTLEMENT_RETURNED', reason: 'FINANCE_OVER_CEILING', maximum }]);
      expect(course.case).toMatchObject({ state: 'RESOLUTION', resolution: { state: 'RETURNED' } });
      expect(decideOnReport(course.case, aReport(course.case, 'FAILED'), aContext()).facts).toHaveLength(1);
    },
  );

  it('changes nothing when the resolution was superseded, cancelled or the case is closed', () => {
    const current = aCaseIn('EXECUTION');
    expect(
      decideOnReport(current, { ...aReport(current, 'REFUSED'), resolutionId: newId() }, aContext()).facts,
    ).toEqual([]);
    expect(report(current, 'CANCELLED').facts).toEqual([]);
    const closed = aCaseIn('CLOSED');
    expect(report(closed, 'FAILED').facts).toEqual([]);
    expect(typesOf(report(closed, 'COMPLETED'))).toEqual(['REMEDY_SETTLED']);
  });

  it('does not pass over the consent: a payment reported before it only counts', () => {
    const settled = report(aCaseIn('CONSENT'), 'COMPLETED');
    expect(settled.case.state).toBe('CONSENT');
    const course = accepted(decideConsent(aSituation(settled.case), { decision: 'ACCEPTED' }, aContext()));
    expect(course.case.state).toBe('CLOSED');
  });
});

describe('closing', () => {
  const close = (current: ComplaintCase, outcome: 'RESOLVED' | 'NOT_ESTABLISHED' | 'WITHDRAWN', at?: string) =>
    decideClosing(aSituation(current, WU_SUPERVISOR), { outcome }, aContext(at));

  it('as withdrawn discontinues the clocks and drops the waiting resolution', () => {
    const { case: after } = accepted(close(aCaseIn('PROPOSED'), 'WITHDRAWN'));
    expect(after).toMatchObject({ state: 'CLOSED', outcome: 'WITHDRAWN', resolution: { state: 'DROPPED' } });
    expect(after.clocks.map(({ state }) => state)).toEqual(['COMPLETED', 'COMPLETED', 'DISCONTINUED']);
  });

  it('as not established needs an investigation that did not find it valid', () => {
    const current = { ...aCaseIn('RESOLUTION'), validity: 'INVALID' as const };
    expect(accepted(close(current, 'NOT_ESTABLISHED')).case.outcome).toBe('NOT_ESTABLISHED');
  });

  it('as resolved without an answer of the complainant executes a resolution that costs nothing', () => {
    const course = accepted(close(aCaseIn('CONSENT', [AN_APOLOGY]), 'RESOLVED'));
    expect(typesOf(course)).toEqual(['RESOLUTION_EXECUTED', 'CLOCK_STARTED', 'CASE_CLOSED']);
  });

  it('is not in time when a stage is overdue', () => {
    expect(accepted(close(aCaseIn('ACCEPTED'), 'WITHDRAWN', '2026-03-18T00:00:00Z')).case.inTime).toBe(false);
  });

  it('a case that was never measured says nothing of time', () => {
    expect(accepted(close(aCase({ clocks: [] }), 'WITHDRAWN')).case.inTime).toBeUndefined();
  });
});

describe('a regulation that starts a clock later', () => {
  it('has it started by the fact that it names', () => {
    const plan = {
      ...aPlan,
      stages: aPlan.stages.map((stage) =>
        stage.deadline === undefined
          ? stage
          : { ...stage, deadline: { ...stage.deadline, startsAt: 'ACCEPTANCE' as const } },
      ),
    };
    const context = { ...aContext(), plan };
    const { course } = decideOpening(aComplaint(), context);
    expect(course.case.clocks).toEqual([]);
    const after = accepted(decideAcceptance({ ...aSituation(course.case, WU_SUPERVISOR), plan }, context));
    expect(after.case.clocks.map(({ stage, startedAt }) => [stage, startedAt])).toContainEqual([
      'investigation',
      context.now,
    ]);
  });
});
