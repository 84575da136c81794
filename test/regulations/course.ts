import type { Regulation } from '@redress/regulations';
import type { Member } from './cast';
import type { Play, SeenCase, SeenStage } from './play';

type Act = (play: Play, member: Member, stage: SeenStage) => Promise<void>;

/** The act that finishes a stage of each kind; one that is not here is finished by something else. */
const ACTS: Readonly<Record<string, Act>> = {
  ACCEPTANCE: (play, member) => play.act(member, 'acceptCase'),
  ASSIGNMENT: (play, member) => play.act(member, 'assignCase', { assignee: play.cast.of('handler').subject }),
  HAND_OVER: handOver,
  SITE_INSPECTION: completeStage,
  OPINION: completeStage,
  MEETING: completeStage,
  RESPONSIBILITY: completeStage,
  INVESTIGATION: async (play, member, { stage }) => {
    await assignTo(play, member);
    await play.act(member, 'recordInvestigation', {
      validity: play.regulation.validity?.values[0]?.validity ?? 'VALID',
      findings: '焊缝未焊透。The seam was not welded through.',
      ...sectionsOf(play, stage),
      heardComplainant: true,
      heardComplainee: true,
    });
  },
  PROPOSAL: propose,
  APPROVAL: (play, member) => play.act(member, 'approveResolution'),
  REPLY: reply,
  FIRST_RESPONSE: progress,
  PROGRESS: progress,
  RESOLUTION: agree,
  ANSWER: (play, member) =>
    play.act(member, 'sendReply', { purpose: 'ANSWER', form: 'WRITTEN', text: '答复如下。This is our answer.' }),
};

/** What is done as late as possible, since a case may be closed by it. */
const LAST = ['REPLY', 'RESOLUTION', 'EXECUTION', 'CLOSING'];

/** Plays the case until the condition holds or nothing is left to do; answers the stages in the order they finished. */
export async function playUntil(
  play: Play,
  until: (seen: SeenCase) => boolean = ({ state }) => state === 'CLOSED',
): Promise<readonly string[]> {
  const finished: string[] = [];
  for (let step = 0; step < 60; step += 1) {
    const before = await play.see();
    for (const { stage, state } of before.stages) {
      if (state === 'DONE' && !finished.includes(stage)) finished.push(stage);
    }
    if (until(before)) return finished;
    if (!(await oneStep(play, before))) {
      throw new Error(`${play.regulation.id} ${play.number} is stuck: ${JSON.stringify(before)}`);
    }
  }
  throw new Error(`${play.regulation.id} ${play.number} goes on for ever`);
}

async function oneStep(play: Play, seen: SeenCase): Promise<boolean> {
  const submitted = seen.stages.find(({ state }) => state === 'SUBMITTED');
  if (submitted !== undefined) {
    await play.act(await approverOf(play, submitted), 'approveStage', { stage: submitted.stage });
    return true;
  }
  const current = seen.stages.filter(({ state, kind }) => state === 'CURRENT' && ACTS[kind] !== undefined);
  const next = current.find(({ kind }) => !LAST.includes(kind)) ?? undefined;
  if (next !== undefined) {
    await performed(play, next);
    return true;
  }
  if (await backboneStep(play, seen)) return true;
  const late = current.find(({ kind }) => LAST.includes(kind));
  if (late === undefined) return false;
  await performed(play, late);
  return true;
}

function performed(play: Play, stage: SeenStage): Promise<void> {
  const act = ACTS[stage.kind];
  if (act === undefined) throw new Error(`nothing finishes ${stage.stage}`);
  return act(play, performerOf(play, stage.stage), stage);
}

/** What carries every case on, whatever its regulation says of it. */
async function backboneStep(play: Play, seen: SeenCase): Promise<boolean> {
  const { cast, regulation } = play;
  const planned = (kind: string) =>
    seen.stages.some((stage) => stage.kind === kind && !['NOT_PLANNED', 'DONE', 'SKIPPED'].includes(stage.state));
  switch (seen.state) {
    case 'REGISTERED':
      await play.act(cast.of(regulation.acceptance?.rulers?.[0] ?? 'supervisor'), 'acceptCase');
      return true;
    case 'ACCEPTED':
      await play.act(cast.of('supervisor'), 'assignCase', { assignee: cast.of('handler').subject });
      return true;
    case 'INVESTIGATION':
    case 'RESOLUTION':
      if (planned('PROPOSAL') || planned('APPROVAL')) return false;
      if (seen.resolutions.at(-1)?.state === 'PROPOSED') await play.act(cast.of('manager'), 'approveResolution');
      else await propose(play, cast.of('handler'));
      return true;
    case 'REPLY':
      if (planned('REPLY')) return false;
      await reply(play, cast.of(regulation.reply?.performers?.[0] ?? 'handler'));
      return true;
    case 'CONSENT':
      if (planned('RESOLUTION')) return false;
      await agree(play);
      return true;
    default:
      return false;
  }
}

/** Who performs a stage: the first of those whom the text names that has a role for its act. */
export function performerOf(play: Play, stage: string): Member {
  const { performers, kind } = play.stageProvision(stage);
  const wanted = kind === 'INVESTIGATION' || kind === 'PROPOSAL' || kind === 'REPLY' ? 'handler' : undefined;
  const members = performers.map((performer) => play.cast.of(performer));
  const [first] = members;
  if (first === undefined) throw new Error(`nobody performs ${stage}`);
  return members.find(({ role }) => role === wanted) ?? first;
}

async function approverOf(play: Play, { stage, approvals }: SeenStage): Promise<Member> {
  const approval = play.stageProvision(stage).approvals?.[approvals];
  const [performer] = approval?.approvers ?? [];
  if (performer === undefined) throw new Error(`nobody approves ${stage}`);
  const approver = play.cast.of(performer);
  return approver.subject === performerOf(play, stage).subject ? play.cast.another(performer) : approver;
}

/** The sections of the paper that a stage produces, filled in. */
function sectionsOf(play: Play, stage: string): { sections?: object[] } {
  const { paper: code } = play.stageProvision(stage);
  const paper = play.regulation.papers.find(({ paper }) => paper === code);
  const sections = paper?.sections?.map(({ section, label }) => ({ section, text: `${label.zh} ${label.en}` }));
  return sections === undefined ? {} : { sections };
}

async function assignTo(play: Play, { subject }: Member): Promise<void> {
  const { assignee } = await play.see();
  if (assignee?.subject !== subject) await play.act(play.cast.of('supervisor'), 'assignCase', { assignee: subject });
}

function completeStage(play: Play, member: Member, { stage }: SeenStage): Promise<void> {
  return play.act(member, 'completeStage', { stage, sections: [], ...sectionsOf(play, stage) });
}

async function handOver(play: Play, _: Member, { stage }: SeenStage): Promise<void> {
  const provision = handOverFor(play.regulation, stage);
  const [from, to] = [provision.from[0], provision.to[0]].map((performer) => play.cast.of(performer ?? ''));
  if (from === undefined || to === undefined) throw new Error(`nobody hands over at ${stage}`);
  await play.act(from, 'handOver', { handOver: provision.handOver, to: to.subject, documents: ['原始材料'] });
  const { handOvers } = await readHandOvers(play);
  const open = handOvers.findLast(({ confirmedAt }) => confirmedAt === null);
  await play.act(to, 'confirmHandOver', { handOverId: open?.id });
}

async function readHandOvers(play: Play) {
  const { case: found } = await play.cast.of('auditor').person.read<{
    case: { handOvers: { id: string; confirmedAt: string | null }[] };
  }>('query ($number: String!) { case: caseByNumber(number: $number) { handOvers { id confirmedAt } } }', {
    number: play.number,
  });
  return found;
}

function handOverFor({ handOvers }: Regulation, stage: string): Regulation['handOvers'][number] {
  const found = handOvers.find((each) => each.handOver === stage) ?? handOvers[0];
  if (found === undefined) throw new Error(`the text knows no hand-over for ${stage}`);
  return found;
}

async function propose(play: Play, member: Member): Promise<void> {
  await assignTo(play, member);
  await play.act(member, 'proposeResolution', {
    text: '致歉并更换。We apologise and replace it.',
    remedies: [{ kind: 'APOLOGY' }],
  });
}

async function reply(play: Play, member: Member): Promise<void> {
  const { assignee } = await play.see();
  const speaker = play.cast.everybody.find(({ subject }) => subject === assignee?.subject) ?? member;
  await play.act(member.role === 'handler' ? member : speaker, 'sendReply', {
    purpose: 'DECISION',
    form: 'WRITTEN',
    text: '我们为您更换。We replace it.',
  });
}

function progress(play: Play, member: Member): Promise<void> {
  return play.act(member, 'sendReply', { purpose: 'PROGRESS', form: 'ORAL', text: '正在处理。We are at it.' });
}

function agree(play: Play): Promise<void> {
  return play.act(play.cast.of('handler'), 'recordConsent', { decision: 'ACCEPTED' });
}
