import { decideCompletion } from '../complaint-case/complete-stage/complete-stage.decide';
import { anActor, LI_HANDLER, WU_SUPERVISOR } from '../test-bench/builders';
import { aPlanOf, aProvision, aStage, LABEL } from '../test-bench/own-regulation';
import { investigated } from '../test-bench/rounds';
import { Run } from '../test-bench/run-of-a-case';
import { codesOf } from '../test-bench/story';
import { decideObjecting, decideOnObjection } from './decide-objection/department-objection.decide';

const aParty = (party: string, role: string) => aProvision({ party, label: LABEL, kind: 'UNIT', role });
const plan = aPlanOf({
  parties: [aParty('workshop', 'handler'), aParty('office', 'supervisor')],
  stages: [aStage('look', 'INVESTIGATION'), aStage('who', 'RESPONSIBILITY', { after: ['look'] })],
  departmentObjection: aProvision({ to: ['office'] }),
});
const inWorkshop = { ...anActor('zhou', 'handler'), parties: ['workshop'] };
const inOffice = { ...WU_SUPERVISOR, parties: ['office'] };
const object =
  (department: string) =>
  (...[situation, context]: Parameters<Parameters<Run['do']>[1]>) =>
    decideObjecting(situation, { department, reason: '并非本部门' }, context);
const decide =
  (uphold: boolean) =>
  (...[situation, context]: Parameters<Parameters<Run['do']>[1]>) =>
    decideOnObjection(situation, { uphold, reason: '复核' }, context);
const looked = () => investigated(Run.of(plan).assigned());
const held = () =>
  looked().do(LI_HANDLER, (situation, context) =>
    decideCompletion(situation, { stage: 'who', sections: [], note: '车间' }, context),
  );

describe('the objection of a department', () => {
  it('is possible once the responsibility is determined, by the department itself', () => {
    expect(codesOf(looked().try(inWorkshop, object('workshop')))).toEqual(['CASE_RESPONSIBILITY_MISSING']);
    expect(codesOf(held().try(LI_HANDLER, object('workshop')))).toEqual(['CASE_NOT_YOUR_DEPARTMENT']);
    expect(codesOf(held().try(inWorkshop, object('workshop')))).toEqual([]);
  });

  it('is decided by the superior whom the regulation names, once', () => {
    const run = held().do(inWorkshop, object('workshop'));
    expect(codesOf(run.try(inWorkshop, object('workshop')))).toEqual(['CASE_DEPARTMENT_OBJECTION_OPEN']);
    expect(codesOf(run.try(WU_SUPERVISOR, decide(true)))).toEqual(['CASE_ROLE_NOT_ENTITLED']);
    const upheld = run.do(inOffice, decide(true));
    expect(upheld.state('who')).toBe('CURRENT');
    expect(codesOf(upheld.try(inOffice, decide(true)))).toEqual(['CASE_DEPARTMENT_OBJECTION_UNKNOWN']);
    expect(run.do(inOffice, decide(false)).state('who')).toBe('DONE');
  });

  it('is not provided by every regulation', () => {
    const run = investigated(Run.of(aPlanOf({})).assigned());
    expect(codesOf(run.try(inWorkshop, object('workshop')))).toEqual(['CASE_DEPARTMENT_NOT_REGULATED']);
  });
});
