import { offered, playUntil } from '../course';
import type { Play } from '../play';
import { refusalOf } from '../refusal-of';
import type { Step } from '../step';
import { caseOf, closerOf, happened, inState } from './case-reading';

/** Replies that have to be given before a complaint is closed as not established. */
const CLOSING_REPLIES: Readonly<Record<string, string>> = {
  EXPLAIN: 'EXPLANATION',
  EXPLAIN_AND_APOLOGISE: 'EXPLANATION_AND_APOLOGY',
  EDUCATE: 'EDUCATION',
};

const FINDINGS = ['VALID', 'INVALID', 'UNDETERMINED', 'AT_FAULT', 'UNTRUE', 'MALICIOUS'];

export const validity: Step = {
  title: 'judges validity with its consequences',
  applies: (regulation) => regulation.validity !== undefined,
  async take({ begin, regulation }) {
    const values = regulation.validity?.values ?? [];
    const unnamed = FINDINGS.find((finding) => values.every((value) => value.validity !== finding));
    if (unnamed !== undefined) {
      const refused = (await begin()).choosing({ validity: unnamed });
      expect(await refusalOf(investigated(refused))).toBe('CASE_VALIDITY_NOT_KNOWN');
    }
    for (const { validity: found, consequences } of values) {
      const play = (await begin()).choosing({ validity: found });
      await investigated(play);
      const shown = await caseOf<{ validity: string; consequences: { consequence: string }[] }>(
        play,
        'validity consequences { consequence }',
      );
      expect([shown.validity, shown.consequences.map(({ consequence }) => consequence)]).toEqual([found, consequences]);
      for (const consequence of consequences) await follows(play, consequence);
    }
  },
};

/** Plays until a finding is on record; where the text plans no investigation, it is recorded all the same. */
async function investigated(play: Play): Promise<void> {
  const plans = (await play.see()).stages.some(
    ({ kind, state }) => kind === 'INVESTIGATION' && state !== 'NOT_PLANNED',
  );
  if (plans) {
    await playUntil(play, ({ stages }) =>
      stages.some(({ kind, state }) => kind === 'INVESTIGATION' && state === 'DONE'),
    );
    return;
  }
  await playUntil(play, inState('INVESTIGATION'));
  const input = { validity: play.choices.validity, findings: '核实。Looked into.', heardComplainant: true };
  await play.act(await offered(play, 'RECORD_INVESTIGATION'), 'recordInvestigation', input);
}

async function follows(play: Play, consequence: string): Promise<void> {
  const close = async () => play.act(closerOf(play), 'closeCase', { outcome: 'NOT_ESTABLISHED' });
  const purpose = CLOSING_REPLIES[consequence];
  if (purpose !== undefined) {
    expect(await refusalOf(close())).toBe('CASE_CLOSING_REPLY_MISSING');
    const reply = { purpose, form: 'WRITTEN', text: '经核实,说明如下。Having looked into it, we explain.' };
    await play.act(await offered(play, 'SEND_CLOSING_REPLY'), 'sendReply', reply);
    await close();
    await play.see(inState('CLOSED'), `${consequence} done`);
    return;
  }
  switch (consequence) {
    case 'REMEDY':
      expect(['CASE_COMPLAINT_FOUND_VALID', 'CASE_HANDLED_REGARDLESS']).toContain(await refusalOf(close()));
      await playUntil(play);
      expect((await play.see()).outcome).toBe('RESOLVED');
      return;
    case 'RESPONSIBILITY_ONLY':
      expect(['CASE_COMPLAINT_FOUND_VALID', 'CASE_HANDLED_REGARDLESS']).toContain(await refusalOf(close()));
      await playUntil(play);
      expect((await play.see()).outcome).toBe('RESOLVED');
      return;
    case 'NORMAL_COLLECTION':
      await close();
      expect(await happened(play)).toContain('COLLECTION_RESUMED');
      return;
    case 'LEGAL_MEANS':
      await play.act(await offered(play, 'REFER_TO_LEGAL'), 'referToLegal', { reason: '恶意投诉。Malicious.' });
      expect(await happened(play)).toContain('LEGAL_STEP_RECORDED');
      return;
    case 'CORRECT_AND_DISCIPLINE':
      await offered(play, 'DETERMINE_RESPONSIBILITY');
      await offered(play, 'PLAN_ACTION');
      return;
    default:
      throw new Error(`nobody showed what follows from ${consequence}`);
  }
}
