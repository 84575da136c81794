import { playUntil } from '../course';
import type { Play } from '../play';
import { refusalOf } from '../refusal-of';
import type { Step } from '../step';

interface Report {
  readonly validity: string;
  readonly findings: string;
  readonly heardComplainant: boolean | null;
  readonly heardComplainee: boolean | null;
  readonly recordedBy: string;
}

async function reportsOf({ cast, number }: Play): Promise<readonly Report[]> {
  const document = `query ($number: String!) { case: caseByNumber(number: $number) {
    investigations { validity findings heardComplainant heardComplainee recordedBy } } }`;
  const { case: found } = await cast
    .of('supervisor')
    .person.read<{ case: { investigations: Report[] } }>(document, { number });
  return found.investigations;
}

const FINDINGS = '焊缝未焊透,责任在装配。The seam was not welded through; the assembly is to blame.';

export const investigation: Step = {
  title: 'investigates with a report',
  applies: ({ stages }) => stages.some(({ kind }) => kind === 'INVESTIGATION'),
  async take({ begin, regulation, cast }) {
    const play = await begin();
    await playUntil(play, ({ stages, assignee }) =>
      stages.some(({ kind, state }) => kind === 'INVESTIGATION' && state === 'CURRENT' && assignee !== null),
    );
    const { assignee, stages } = await play.see();
    const current = stages.find(({ kind, state }) => kind === 'INVESTIGATION' && state === 'CURRENT');
    const investigator = cast.everybody.find(({ subject }) => subject === assignee?.subject);
    if (current === undefined || investigator === undefined) throw new Error('nobody investigates');
    const provision = play.stageProvision(current.stage);
    const paper = regulation.papers.find((each) => each.paper === provision.paper);
    const sections = (paper?.sections ?? []).map(({ section, label }) => ({ section, text: label.zh }));
    const validity = regulation.validity?.values[0]?.validity ?? 'VALID';
    const report = { validity, findings: FINDINGS, sections, heardComplainant: true, heardComplainee: true };
    const record = (changes: object = {}, by = investigator) =>
      play.act(by, 'recordInvestigation', { ...report, ...changes });

    // A handler like any other: neither assigned nor appointed to whom the text names.
    const colleague = await cast.another('handler');
    const named = provision.performers.includes('handler');
    expect(await refusalOf(record({}, colleague))).toBe(named ? 'CASE_NOT_ASSIGNED_TO_YOU' : 'FORBIDDEN');
    expect(await refusalOf(record({}, cast.of('finance')))).toBe('FORBIDDEN');
    if (sections.length === 0) expect(await refusalOf(record({ findings: ' ' }))).toBe('CASE_TEXT_MISSING');
    await record();
    expect((await reportsOf(play)).at(-1)).toEqual({
      ...{ validity, findings: FINDINGS, heardComplainant: true, heardComplainee: true },
      recordedBy: investigator.subject,
    });
    expect((await play.see()).stages.find(({ stage }) => stage === current.stage)?.state).not.toBe('CURRENT');
  },
};
