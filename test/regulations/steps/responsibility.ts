import type { Regulation } from '@redress/regulations';
import { playUntil } from '../course';
import type { Play } from '../play';
import { refusalOf } from '../refusal-of';
import type { Stage, Step } from '../step';
import { caseOf, inState } from './case-reading';

type Sanction = NonNullable<NonNullable<Regulation['responsibility']>['sanctions']>[number];

interface Found {
  readonly responsibilities: readonly {
    readonly id: string;
    readonly responsible: string;
    readonly department: string | null;
    readonly person: string | null;
    readonly loss: { readonly amount: string } | null;
  }[];
  readonly sanctions: readonly {
    readonly id: string;
    readonly sanction: string;
    readonly state: string;
    readonly publishedAt: string | null;
    readonly noticeNumber: string | null;
    readonly noticeCopies: readonly { readonly copy: number; readonly holder: string }[];
  }[];
}

const FOUND = `responsibilities { id responsible department person loss { amount } }
  sanctions { id sanction state publishedAt noticeNumber noticeCopies { copy holder } }`;
const REASONS = '调查报告。See the report.';

/** Records who is responsible, by the first whom the text names. */
export async function determine(play: Play, found: object): Promise<string> {
  const by = play.cast.of(determiner(play));
  await play.act(by, 'determineResponsibility', { reasons: REASONS, ...found });
  const { responsibilities } = await caseOf<Found>(play, FOUND, 'manager');
  return responsibilities.at(-1)?.id ?? '';
}

function determiner({ regulation }: Play): string {
  return regulation.responsibility?.determinedBy[0] ?? 'supervisor';
}

export const responsibility: Step = {
  title: 'determines responsibility and sanctions',
  applies: (regulation) => regulation.responsibility !== undefined,
  async take(stage) {
    const { begin, regulation, cast } = stage;
    const provision = regulation.responsibility;
    if (provision === undefined) throw new Error('the text determines no responsibility');
    const play = await begin();
    await playUntil(play, inState('RESOLUTION', 'REPLY', 'CONSENT', 'CLOSED'));
    if (provision.bothSidesHeard === true) await bothSidesHeard(stage);
    const culprit = await cast.another('handler');
    const person = { responsible: 'PERSON', person: culprit.subject };
    const others = play.act(cast.of('finance'), 'determineResponsibility', { reasons: REASONS, ...person });
    expect(['FORBIDDEN', 'CASE_ROLE_NOT_ENTITLED']).toContain(await refusalOf(others));
    const determinationId = await determine(play, person);
    const { responsibilities } = await caseOf<Found>(play, FOUND, 'manager');
    expect(responsibilities.at(-1)).toMatchObject({ responsible: 'PERSON', person: culprit.subject });
    if (provision.lossBase !== undefined) await lossComputed(play);
    if (provision.thirdParties !== true) {
      const outside = determine(play, { responsible: 'SUPPLIER', thirdParty: '某公司' });
      expect(await refusalOf(outside.then(() => undefined))).toBe('CASE_THIRD_PARTY_NOT_REGULATED');
    }
    for (const sanction of provision.sanctions ?? []) await imposed(play, determinationId, sanction);
  },
};

/** A finding without both sides heard is refused. */
async function bothSidesHeard({ begin, cast }: Stage): Promise<void> {
  const play = await begin();
  await playUntil(play, inState('INVESTIGATION'));
  const { assignee } = await play.see();
  const handler = cast.everybody.find(({ subject }) => subject === assignee?.subject) ?? cast.of('handler');
  const findings = { validity: 'VALID', findings: '无。None.', heardComplainant: true, sections: [] };
  expect(['CASE_BOTH_SIDES_NOT_HEARD', 'CASE_SECTION_MISSING', 'CASE_STAGE_BLOCKED']).toContain(
    await refusalOf(play.act(handler, 'recordInvestigation', findings)),
  );
}

/** The loss is the quantity times the amount of the base that the organisation adopted. */
async function lossComputed(play: Play): Promise<void> {
  await determine(play, {
    responsible: 'DEPARTMENT',
    department: 'manufacturing',
    lossEntries: [{ entry: 'usual', quantity: 3 }],
  });
  const { responsibilities } = await caseOf<Found>(play, FOUND, 'manager');
  expect(responsibilities.at(-1)?.loss?.amount).toBe('300.00');
}

async function imposed(play: Play, determinationId: string, { sanction, paper }: Sanction): Promise<void> {
  const { responsibility: provision, papers } = play.regulation;
  const proposer = play.cast.of(determiner(play));
  const input = { determinationId, sanction, reason: REASONS };
  const unknown = play.act(proposer, 'proposeSanction', { ...input, sanction: 'no-such-sanction' });
  expect(await refusalOf(unknown)).toBe('CASE_SANCTION_UNKNOWN');
  await play.act(proposer, 'proposeSanction', input);
  const proposed = (await caseOf<Found>(play, FOUND, 'manager')).sanctions.at(-1);
  const own = play.act(proposer, 'approveSanction', { sanctionId: proposed?.id });
  expect(['CASE_SANCTION_NOT_YOURS_TO_DECIDE', 'CASE_ROLE_NOT_ENTITLED', 'FORBIDDEN']).toContain(await refusalOf(own));
  const approver = play.cast.of(provision?.approvers?.[0] ?? 'manager');
  const by =
    approver.subject === proposer.subject ? await play.cast.another(provision?.approvers?.[0] ?? 'manager') : approver;
  await play.act(by, 'approveSanction', { sanctionId: proposed?.id });
  const approved = (await caseOf<Found>(play, FOUND, 'manager')).sanctions.find(({ id }) => id === proposed?.id);
  expect(approved).toMatchObject({ sanction, state: 'APPROVED' });
  expect(approved?.publishedAt !== null).toBe(provision?.published === true);
  if (paper === undefined) return;
  const copies = papers.find((each) => each.paper === paper)?.copies ?? [];
  expect(approved?.noticeNumber).toMatch(new RegExp(`^${play.number}/\\d+$`, 'u'));
  expect(approved?.noticeCopies).toEqual(copies.map(({ copy, holder }) => ({ copy, holder })));
}
