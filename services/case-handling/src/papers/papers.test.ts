import { decideCompletion } from '../complaint-case/complete-stage/complete-stage.decide';
import { decideStageApproval } from '../complaint-case/decide-stage/decide-stage.decide';
import { LI_HANDLER, WU_SUPERVISOR } from '../test-bench/builders';
import { aPlanOf, aProvision, aSection, aStage, LABEL } from '../test-bench/own-regulation';
import { Run } from '../test-bench/run-of-a-case';
import { codesOf } from '../test-bench/story';
import { decideHandingOut, type KnownPaper } from './hand-out-copy/hand-out-copy.decide';

const copies = [
  { copy: 1, holder: 'handler' },
  { copy: 2, holder: 'finance' },
];
const plan = aPlanOf({
  papers: [aProvision({ paper: 'opinion', kind: 'OPINION', label: LABEL, sections: [aSection('cause')], copies })],
  stages: [
    aStage('first', 'OPINION', { paper: 'opinion', approvals: [aProvision({ approvers: ['supervisor'] })] }),
    aStage('second', 'OPINION', { paper: 'opinion', after: ['first'] }),
  ],
});
const write =
  (stage: string) =>
  (...[situation, context]: Parameters<Parameters<Run['do']>[1]>) =>
    decideCompletion(situation, { stage, sections: [{ section: 'cause', text: '包装' }] }, context);
const papersIn = ({ facts }: Run) => facts.filter((fact) => fact.type === 'PAPER_DRAWN_UP');

describe('the papers of a case', () => {
  it('are numbered as they are drawn up, once for each stage, and the newer takes the older with it', () => {
    const submitted = Run.of(plan).assigned().do(LI_HANDLER, write('first'));
    const { number } = submitted.current;
    expect(papersIn(submitted)).toMatchObject([
      { stage: 'first', number: `${number}/1`, sections: [{ section: 'cause', text: '包装' }] },
    ]);
    const approved = submitted.do(WU_SUPERVISOR, (situation, context) =>
      decideStageApproval(situation, { stage: 'first' }, context),
    );
    expect(papersIn(approved)).toEqual([]);
    const second = approved.do(LI_HANDLER, write('second'));
    expect(papersIn(second)).toMatchObject([
      { number: `${number}/2`, attachedTo: papersIn(submitted)[0]?.paperId, round: 1 },
    ]);
  });

  it('go in copies to the holders whom the regulation names, each once', () => {
    const run = Run.of(plan).assigned().do(LI_HANDLER, write('first'));
    const paper: KnownPaper = { id: papersIn(run)[0]?.paperId ?? '', paper: 'opinion', handedOut: [1] };
    const handOut = (copy: number, known: KnownPaper | undefined = paper) =>
      run.try(LI_HANDLER, (situation, context) => decideHandingOut(situation, { copy }, { paper: known, context }));
    expect(handOut(2)).toMatchObject({ ok: true, value: { facts: [{ copy: 2, holder: 'finance' }] } });
    expect(codesOf(handOut(1))).toEqual(['CASE_COPY_HANDED_OUT']);
    expect(codesOf(handOut(3))).toEqual(['CASE_COPY_UNKNOWN']);
    expect(
      codesOf(
        run.try(LI_HANDLER, (situation, context) =>
          decideHandingOut(situation, { copy: 1 }, { paper: undefined, context }),
        ),
      ),
    ).toEqual(['CASE_PAPER_UNKNOWN']);
  });
});
