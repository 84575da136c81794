import type { Regulation } from '@redress/regulations';
import type { Member } from './cast';
import { Refused, type Play, type SeenCase, type SeenStage } from './play';

type Act = (play: Play, member: Member, stage: SeenStage) => Promise<void>;

/** The act that finishes a stage of each kind; one that is not here is finished by something else. */
const ACTS: Readonly<Record<string, Act>> = {
  ACCEPTANCE: (play, member) => play.act(member, 'acceptCase'),
  ASSIGNMENT: (play, member) => play.act(member, 'assignCase', { assignee: handlerOf(play).subject }),
  HAND_OVER: handOver,
  SITE_INSPECTION: completeStage,
  OPINION: completeStage,
  MEETING: completeStage,
  RESPONSIBILITY: completeStage,
  CORRECTIVE_ACTION: takeMeasure,
  EFFECT_CHECK: (play, member) => play.act(member, 'confirmEffect', { effective: true, findings: '有效。It works.' }),
  INVESTIGATION: async (play, member, { stage }) => {
    await actOnCase(play, member, 'recordInvestigation', {
      validity: play.choices.validity ?? play.regulation.validity?.values[0]?.validity ?? 'VALID',
      findings: '焊缝未焊透。The seam was not welded through.',
      ...sectionsOf(play, stage),
      heardComplainant: true,
      heardComplainee: true,
    });
  },
  PROPOSAL: propose,
  // On appeal others decide than those whom the stage names.
  APPROVAL: async (play, member) => play.act(await offered(play, 'APPROVE_RESOLUTION', member), 'approveResolution'),
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
  const current = seen.stages.filter(
    ({ state, kind }) => state === 'CURRENT' && ACTS[kind] !== undefined && isTheMoment(kind, seen),
  );
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

/** Whether the case has come far enough for a stage whose turn it is. */
function isTheMoment(kind: string, seen: SeenCase): boolean {
  if (kind === 'APPROVAL') return isProposed(seen);
  return (kind !== 'CORRECTIVE_ACTION' && kind !== 'EFFECT_CHECK') || seen.state !== 'REGISTERED';
}

function isProposed({ resolutions }: SeenCase): boolean {
  return resolutions.at(-1)?.state === 'PROPOSED';
}

function performed(play: Play, stage: SeenStage): Promise<void> {
  const act = ACTS[stage.kind];
  if (act === undefined) throw new Error(`nothing finishes ${stage.stage}`);
  return act(play, performerOf(play, stage.stage), stage);
}

/** What carries every case on, whatever its regulation says of it. */
async function backboneStep(play: Play, seen: SeenCase): Promise<boolean> {
  const planned = (kind: string) =>
    seen.stages.some((stage) => stage.kind === kind && !['NOT_PLANNED', 'DONE', 'SKIPPED'].includes(stage.state));
  switch (seen.state) {
    case 'REGISTERED':
      await play.act(await offered(play, 'ACCEPT_CASE'), 'acceptCase');
      return true;
    case 'ACCEPTED':
      await play.act(await offered(play, 'ASSIGN_CASE'), 'assignCase', { assignee: handlerOf(play).subject });
      return true;
    case 'INVESTIGATION':
    case 'RESOLUTION':
      if (isProposed(seen)) {
        if (planned('APPROVAL')) return false;
        await play.act(await offered(play, 'APPROVE_RESOLUTION'), 'approveResolution');
        return true;
      }
      if (planned('PROPOSAL')) return false;
      await propose(play, handlerOf(play));
      return true;
    case 'REPLY':
      if (planned('REPLY')) return false;
      await reply(play, await offered(play, 'SEND_REPLY'));
      return true;
    case 'CONSENT':
      if (planned('RESOLUTION')) return false;
      await agree(play, await offered(play, 'RECORD_CONSENT'));
      return true;
    default:
      return false;
  }
}

/** Somebody of the organisation to whom the case offers an action now. */
export async function offered(play: Play, action: string, preferred?: Member): Promise<Member> {
  const document = `query ($number: String!) {
    case: caseByNumber(number: $number) { availableActions { action } }
  }`;
  for (const member of [...(preferred === undefined ? [] : [preferred]), ...play.cast.everybody]) {
    if (member.role === 'customer') continue;
    const { case: seen } = await member.person.read<{ case: { availableActions: { action: string }[] } }>(document, {
      number: play.number,
    });
    if (seen.availableActions.some((each) => each.action === action)) return member;
  }
  throw new Error(`${play.number} of ${play.regulation.id} offers nobody to ${action}`);
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

/** Who handles the case: those whom the text lets investigate, those who propose where nobody does, or any handler. */
function handlerOf({ cast, regulation }: Play): Member {
  const named = ['INVESTIGATION', 'PROPOSAL'].flatMap((wanted) =>
    regulation.stages.filter(({ kind }) => kind === wanted).flatMap(({ performers }) => performers),
  );
  const members = named.map((performer) => cast.of(performer));
  return members.find(({ role }) => role === 'handler') ?? members[0] ?? cast.of('handler');
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

/** An act that belongs to whoever the case is assigned to, unless the text gives it to others. */
async function actOnCase(play: Play, member: Member, mutation: string, input: object): Promise<void> {
  try {
    await play.act(member, mutation, input);
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'CASE_NOT_ASSIGNED_TO_YOU') throw error;
    await play.act(play.cast.of('supervisor'), 'assignCase', { assignee: member.subject });
    await play.act(member, mutation, input);
  }
}

function completeStage(play: Play, member: Member, { stage }: SeenStage): Promise<void> {
  const note = '已完成。Done.';
  return play.act(member, 'completeStage', { stage, note, sections: [], ...sectionsOf(play, stage) });
}

/** Plans a measure and carries it out; its due date is far off, whatever the time of the play. */
async function takeMeasure(play: Play, member: Member): Promise<void> {
  const kind = play.regulation.actions?.kinds.find((each) => each !== 'CONTAINMENT') ?? 'CORRECTIVE';
  const measure = { kind, description: '整改。Put right.', owner: member.subject, dueAt: '2099-12-31T00:00:00.000Z' };
  await play.act(member, 'planAction', measure);
  const { case: found } = await play.cast.of('auditor').person.read<{
    case: { actions: { id: string; state: string }[] };
  }>('query ($number: String!) { case: caseByNumber(number: $number) { actions { id state } } }', {
    number: play.number,
  });
  for (const { id } of found.actions.filter(({ state }) => state === 'PLANNED')) {
    await play.act(member, 'completeAction', { actionId: id, outcome: '已完成。Done.' });
  }
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
  await actOnCase(play, member, 'proposeResolution', {
    text: '致歉并更换。We apologise and replace it.',
    remedies: play.choices.remedies ?? [{ kind: 'APOLOGY' }],
  });
}

async function reply(play: Play, member: Member): Promise<void> {
  await actOnCase(play, member, 'sendReply', {
    purpose: 'DECISION',
    form: 'WRITTEN',
    text: '我们为您更换。We replace it.',
  });
  const reviewed = play.regulation.reply?.reviewedBy !== undefined && (await play.see()).state === 'REPLY';
  if (reviewed) await play.act(await offered(play, 'REVIEW_REPLY'), 'reviewReply', { approve: true });
}

function progress(play: Play, member: Member): Promise<void> {
  return play.act(member, 'sendReply', {
    purpose: 'PROGRESS',
    form: 'ORAL',
    reason: '客户来电。The customer called.',
    text: '正在处理。We are at it.',
  });
}

async function agree(play: Play, member: Member): Promise<void> {
  await play.act(member, 'recordConsent', { decision: 'ACCEPTED' });
}
