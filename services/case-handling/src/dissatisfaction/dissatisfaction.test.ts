import { decideApproval } from '../complaint-case/decide-resolution/decide-resolution.decide';
import { decideProposal } from '../complaint-case/propose-resolution/propose-resolution.decide';
import { decideConsent } from '../complaint-case/record-consent/record-consent.decide';
import { anActor, LI_HANDLER, QIN_MANAGER, WU_SUPERVISOR } from '../test-bench/builders';
import { aPlanOf, aProvision, aStage, LABEL } from '../test-bench/own-regulation';
import { aPath, agreedTo, investigated, objectedTo, proposed, takingFurther, told } from '../test-bench/rounds';
import { Run } from '../test-bench/run-of-a-case';
import { AN_APOLOGY, codesOf } from '../test-bench/story';
import { decideOutcome } from '../outside/record-outside/record-outside.decide';
import { openPaths } from './model/standing.model';
import { decideTakingOver } from './take-further/take-over.decide';

const stages = [
  aStage('look', 'INVESTIGATION'),
  aStage('draft', 'PROPOSAL', { after: ['look'] }),
  aStage('decide', 'APPROVAL', { performers: ['supervisor'], after: ['draft'] }),
  aStage('tell', 'REPLY', { after: ['decide'] }),
  aStage('learn', 'CORRECTIVE_ACTION', { after: ['look'] }),
];
const consent = aProvision({ required: true });
const planWith = (path: object, rest: object = {}) => aPlanOf({ stages, consent, dissatisfaction: [path], ...rest });
const objected = (path: object, rest: object = {}) =>
  objectedTo(told(proposed(investigated(Run.of(planWith(path, rest)).assigned()))));
const propose = (...[situation, context]: Parameters<Parameters<Run['do']>[1]>) =>
  decideProposal(situation, { text: '再次', remedies: [AN_APOLOGY] }, context);

describe('after an objection', () => {
  it('goes back to resolution where the regulation names no way', () => {
    const run = objectedTo(told(proposed(investigated(Run.of(aPlanOf({ stages, consent })).assigned()))));
    expect(codesOf(run.try(LI_HANDLER, takingFurther({ path: 'APPEAL' })))).toEqual(['CASE_NO_FURTHER_PATH']);
    expect(codesOf(run.try(LI_HANDLER, propose))).toEqual([]);
  });

  it('nothing is proposed before a way is taken that the regulation names', () => {
    const run = objected(aPath('REMEDIAL_MEASURES'));
    expect(codesOf(run.try(LI_HANDLER, propose))).toEqual(['CASE_OBJECTION_OPEN']);
    const refused = run.try(LI_HANDLER, takingFurther({ path: 'APPEAL' }));
    expect(refused).toMatchObject({
      refusals: [{ code: 'CASE_PATH_NOT_OPEN', details: { allowed: ['REMEDIAL_MEASURES'] } }],
    });
    expect(codesOf(run.try(LI_HANDLER, takingFurther({ path: 'REMEDIAL_MEASURES', reason: ' ' })))).toEqual([
      'CASE_TEXT_MISSING',
    ]);
    const further = run.do(LI_HANDLER, takingFurther({ path: 'REMEDIAL_MEASURES' }));
    expect(further.current).toMatchObject({ round: 2, state: 'RESOLUTION' });
    expect(codesOf(further.try(LI_HANDLER, takingFurther({ path: 'REMEDIAL_MEASURES' })))).toEqual([
      'CASE_NO_FURTHER_PATH',
    ]);
    expect(codesOf(further.try(LI_HANDLER, propose))).toEqual([]);
  });

  it('is not possible before anybody objected', () => {
    const run = told(proposed(investigated(Run.of(planWith(aPath('APPEAL'))).assigned())));
    expect(codesOf(run.try(LI_HANDLER, takingFurther({ path: 'APPEAL' })))).toEqual(['CASE_NOT_OBJECTED']);
  });

  it('is the complainant’s own, and of nobody who only reads', () => {
    const run = objected(aPath('APPEAL'));
    const own = { ...anActor('customer', 'customer'), customerId: run.current.customerId };
    expect(openPaths(run.situation(own)).map(({ side }) => side)).toEqual(['COMPLAINANT']);
    expect(openPaths(run.situation({ ...own, customerId: 'another' }))).toEqual([]);
    expect(openPaths(run.situation(anActor('shen', 'auditor')))).toEqual([]);
  });
});

describe('a further round', () => {
  it('opens again the stage gone back to and what comes after it, and keeps what was done before', () => {
    const run = objected(aPath('BACK_TO_CAUSE_ANALYSIS', { backTo: 'look' })).do(
      LI_HANDLER,
      takingFurther({ path: 'BACK_TO_CAUSE_ANALYSIS' }),
    );
    expect(run.current.state).toBe('INVESTIGATION');
    expect(['look', 'draft', 'decide', 'tell'].map((stage) => run.state(stage))).toEqual([
      'CURRENT',
      'BLOCKED',
      'BLOCKED',
      'BLOCKED',
    ]);
    expect(run.facts[0]).toMatchObject({ stages: ['look', 'draft', 'decide', 'tell', 'learn'] });
    const before = run.facts.flatMap((fact) => ('stagesBefore' in fact ? fact.stagesBefore : []));
    expect(before.filter(({ state }) => state === 'DONE').map(({ stage }) => stage)).toEqual(
      expect.arrayContaining(['look', 'draft', 'decide', 'tell']),
    );
    expect(codesOf(run.try(LI_HANDLER, propose))).not.toEqual([]);
    expect(codesOf(investigated(run).try(LI_HANDLER, propose))).toEqual([]);
  });

  it('leaves the investigation as it was where only the decision is taken again', () => {
    const run = objected(aPath('LINKED_FORM', { backTo: 'draft' })).do(
      LI_HANDLER,
      takingFurther({ path: 'LINKED_FORM' }),
    );
    expect([run.state('look'), run.state('draft'), run.state('learn')]).toEqual(['DONE', 'CURRENT', 'CURRENT']);
  });

  it('begins with a second form to which the first is attached', () => {
    const sheet = aProvision({ paper: 'sheet', kind: 'HANDLING_SHEET', label: LABEL });
    const withSheet = [aStage('sheet', 'OPINION', { paper: 'sheet' }), ...stages];
    const plan = planWith(aPath('LINKED_FORM', { paper: 'sheet' }), { papers: [sheet], stages: withSheet });
    const run = objectedTo(told(proposed(investigated(Run.of(plan).assigned()))));
    const first = run.do(LI_HANDLER, takingFurther({ path: 'LINKED_FORM' }));
    const paper = first.facts.find(({ type }) => type === 'PAPER_DRAWN_UP');
    expect(paper).toMatchObject({ paper: 'sheet', round: 2, position: 1, number: `${run.current.number}/1` });
    const again = objectedTo(told(proposed(first))).do(LI_HANDLER, takingFurther({ path: 'LINKED_FORM' }));
    expect(again.facts.find(({ type }) => type === 'PAPER_DRAWN_UP')).toMatchObject({
      position: 2,
      round: 3,
      attachedTo: paper !== undefined && 'paperId' in paper ? paper.paperId : 'none',
    });
  });

  it('after a verification ends with a decision that nobody objects to inside', () => {
    const outside = aPath('EXTERNAL_BODY', { bodies: [{ body: 'regulator', label: LABEL }] });
    const plan = aPlanOf({
      stages,
      consent,
      dissatisfaction: [aPath('VERIFY_THEN_FINAL', { maximumRounds: 1 }), outside],
    });
    const run = objectedTo(told(proposed(investigated(Run.of(plan).assigned()))));
    const verified = investigated(run.do(LI_HANDLER, takingFurther({ path: 'VERIFY_THEN_FINAL' })));
    const final = told(proposed(verified));
    const object = (...[situation, context]: Parameters<Parameters<Run['do']>[1]>) =>
      decideConsent(situation, { decision: 'OBJECTED' }, context);
    expect(codesOf(final.try(LI_HANDLER, object))).toEqual(['CASE_DECISION_FINAL']);
    expect(openPaths(final.situation(LI_HANDLER)).map(({ provision }) => provision.path)).toEqual(['EXTERNAL_BODY']);
    const outsideNow = final.do(LI_HANDLER, takingFurther({ path: 'EXTERNAL_BODY', body: 'regulator' }));
    expect(outsideNow.current).toMatchObject({ state: 'CONSENT', round: 3 });
    expect(agreedTo(outsideNow).current.state).toBe('EXECUTION');
  });
});

describe('an appeal', () => {
  const deciders = { deciders: ['supervisor'] };
  const anew = () =>
    proposed(objected(aPath('APPEAL', deciders)).do(LI_HANDLER, takingFurther({ path: 'APPEAL' }, ['wu'])), [
      AN_APOLOGY,
    ]);

  it('is decided by somebody who did not decide before', () => {
    expect(codesOf(anew().try(WU_SUPERVISOR, decideApproval))).toEqual(['CASE_DECIDED_BEFORE']);
    expect(codesOf(anew().try(anActor('feng', 'supervisor'), decideApproval))).toEqual([]);
  });

  it('may be decided by a higher role than those named, but not by a lower one', () => {
    const plan = {
      authority: {
        rows: ['agent', 'supervisor', 'manager'].map((holder) =>
          aProvision({ holder, currency: 'CNY', maximum: null }),
        ),
      },
    };
    const run = proposed(
      objected(aPath('APPEAL', deciders), plan).do(LI_HANDLER, takingFurther({ path: 'APPEAL' }, ['wu'])),
    );
    expect(codesOf(run.try(QIN_MANAGER, decideApproval))).toEqual([]);
    expect(codesOf(run.try(anActor('an', 'agent'), decideApproval))).toEqual(['CASE_ROLE_NOT_ENTITLED']);
  });
});

describe('a case that is handed to a superior', () => {
  const handed = () =>
    objected(aPath('HAND_TO_SUPERIOR', { deciders: ['supervisor'] })).do(
      LI_HANDLER,
      takingFurther({ path: 'HAND_TO_SUPERIOR' }),
    );

  it('is taken over by one, who handles it from then on', () => {
    expect(handed().current.assignee).toBeUndefined();
    expect(codesOf(handed().try(LI_HANDLER, propose))).toEqual(['CASE_NOT_ASSIGNED_TO_YOU']);
    expect(codesOf(handed().try(LI_HANDLER, decideTakingOver))).toEqual(['CASE_ROLE_NOT_ENTITLED']);
    expect(codesOf(handed().try(anActor('li', 'supervisor'), decideTakingOver))).toEqual(['CASE_DECIDED_BEFORE']);
    const taken = handed().do(WU_SUPERVISOR, decideTakingOver);
    expect(taken.current.assignee).toBe('wu');
    expect(codesOf(taken.try(WU_SUPERVISOR, propose))).toEqual([]);
    expect(codesOf(taken.try(WU_SUPERVISOR, decideTakingOver))).toEqual(['CASE_NOTHING_TO_TAKE_OVER']);
  });
});

describe('where nobody asks for consent', () => {
  const plan = aPlanOf({ dissatisfaction: [aPath('SECOND_HANDLING')], stages: [aStage('look', 'INVESTIGATION')] });
  const closed = () => told(proposed(investigated(Run.of(plan).assigned()), [AN_APOLOGY]));

  it('a case that was closed is opened again', () => {
    expect(closed().current).toMatchObject({ state: 'CLOSED', outcome: 'RESOLVED' });
    const run = closed().do(LI_HANDLER, takingFurther({ path: 'SECOND_HANDLING' }));
    expect(run.current).toMatchObject({ state: 'INVESTIGATION', round: 2 });
    expect([run.current.outcome, run.current.closedAt, run.current.inTime]).toEqual([undefined, undefined, undefined]);
    expect(told(proposed(investigated(run), [AN_APOLOGY])).current).toMatchObject({ state: 'CLOSED', resolutions: 2 });
  });
});

describe('a complainee', () => {
  it('goes on where the regulation says so, once the decision was told', () => {
    const path = aPath('REMEDIAL_MEASURES', { open: ['COMPLAINANT', 'COMPLAINEE'] });
    const run = told(proposed(investigated(Run.of(planWith(path)).assigned())));
    const against = { ...run.current, kept: { ...run.current.kept, complainees: [{ subject: 'zhou' }] } };
    const named = run.after({ case: against, facts: [] });
    expect(openPaths(named.situation(anActor('qian', 'handler')))).toEqual([]);
    const further = named.do(anActor('zhou', 'handler'), takingFurther({ path: 'REMEDIAL_MEASURES' }));
    expect(further.facts[0]).toMatchObject({ openedBy: 'COMPLAINEE' });
    expect(further.current).toMatchObject({ state: 'RESOLUTION', resolution: { state: 'OBJECTED' } });
  });
});

describe('a body outside', () => {
  const path = aPath('EXTERNAL_BODY', { bodies: [{ body: 'regulator', label: LABEL }] });

  it('is one that the regulation names', () => {
    const run = objected(path);
    expect(codesOf(run.try(LI_HANDLER, takingFurther({ path: 'EXTERNAL_BODY' })))).toEqual(['CASE_BODY_UNKNOWN']);
    expect(codesOf(run.try(LI_HANDLER, takingFurther({ path: 'EXTERNAL_BODY', body: 'media' })))).toEqual([
      'CASE_BODY_UNKNOWN',
    ]);
  });

  it('has a short name where the regulation leaves open which there are, and is none of other ways', () => {
    const { bodies: _, ...open } = path as { bodies: unknown };
    const outside = (changes: object) =>
      codesOf(objected(open).try(LI_HANDLER, takingFurther({ path: 'EXTERNAL_BODY', body: 'court', ...changes })));
    expect(outside({})).toEqual([]);
    expect(outside({ body: '法院' })).toEqual(['CASE_BODY_UNKNOWN']);
    expect(outside({ body: 'x'.repeat(65) })).toEqual(['CASE_BODY_UNKNOWN']);
    expect(outside({ reference: 'x'.repeat(256) })).toEqual(['CASE_TEXT_TOO_LONG']);
    const inside = objected(aPath('REMEDIAL_MEASURES'));
    const further = inside.do(LI_HANDLER, takingFurther({ path: 'REMEDIAL_MEASURES', body: '法院' }));
    expect(further.facts[0]).not.toHaveProperty('body');
  });

  it('has the case decided anew where the decision does not stand, and only then', () => {
    const closed = agreedTo(told(proposed(investigated(Run.of(planWith(path)).assigned()), [AN_APOLOGY])));
    const run = closed.do(LI_HANDLER, takingFurther({ path: 'EXTERNAL_BODY', body: 'regulator' }));
    expect(run.current).toMatchObject({ state: 'CLOSED', round: 2 });
    const started = run.facts.find(({ type }) => type === 'EXTERNAL_PROCEEDING_RECORDED');
    const id = started !== undefined && 'proceedingId' in started ? started.proceedingId : '';
    const end = (outcome: 'UPHELD' | 'CHANGED', ended: 'UPHELD' | null = null) =>
      run.try(LI_HANDLER, (situation, context) =>
        decideOutcome(situation, { outcome }, { proceeding: { id, outcome: ended }, context }),
      );
    expect(end('UPHELD')).toMatchObject({ ok: true, value: { case: { state: 'CLOSED', outcome: 'RESOLVED' } } });
    expect(end('CHANGED')).toMatchObject({ ok: true, value: { case: { state: 'RESOLUTION' } } });
    expect(codesOf(end('CHANGED', 'UPHELD'))).toEqual(['CASE_PROCEEDING_ENDED']);
  });
});
