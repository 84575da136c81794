import { eventually } from '@redress/testkit';
import { startSystemToAndFro, type MovedSystem } from '../support/moved-system';
import { castFor, type Cast } from './cast';
import { offered, playUntil } from './course';
import type { Matter } from './expectations';
import { BAD_FILES, BAD_TERMS } from './forty-fifth/bad-files';
import { BICYCLES, bringIn, draft, LATER, TERMS } from './forty-fifth/own-regulation';
import { begin } from './founding';
import type { Play } from './play';
import { refusalOf } from './refusal-of';

/** The Thursday before Easter: Good Friday and Easter Monday are no working days. */
const MAUNDY_THURSDAY = '2026-04-02T16:00:00+01:00';

const USUAL: Matter = {
  channel: 'STORE',
  categoryCode: 'bicycle',
  card: { bicycle: 'RB-7', riddenOn: '2026-04-01', deposit: '2000' },
};

// A wait has a minute and more on a slow machine, and a test may have several.
jest.setTimeout(180_000);

// Nothing in the code knows this business: it is its file, written by the description of the format alone.
describe('a forty-fifth regulation', () => {
  let system: MovedSystem;
  let cast: Cast;
  beforeAll(async () => {
    system = await startSystemToAndFro(MAUNDY_THURSDAY);
    cast = await castFor(system, BICYCLES);
    await bringIn(cast);
  }, 180_000);
  afterAll(() => system.stop());
  beforeEach(() => system.moveTo(MAUNDY_THURSDAY));

  const register = (matter: Matter = {}, receivedAt?: string) =>
    begin(cast, BICYCLES, { regulation: BICYCLES.id, usual: USUAL }, matter, receivedAt);
  const seen = async <Seen>(play: Play, selection: string): Promise<Seen> => {
    const document = `query ($number: String!) { case: caseByNumber(number: $number) { ${selection} } }`;
    return (await cast.of('auditor').person.read<{ case: Seen }>(document, { number: play.number })).case;
  };
  const typesOf = async (play: Play) => {
    const { timeline } = await seen<{ timeline: { type: string; stage: string | null }[] }>(
      play,
      'timeline(first: 100) { type stage }',
    );
    return timeline;
  };

  it('answers a question within six opening hours', async () => {
    const play = await register({ itemType: 'ENQUIRY' }, MAUNDY_THURSDAY);
    expect(play.number).toBe('RB2604-001');
    // Two hours on Thursday, none on Good Friday, four on Saturday morning.
    expect((await play.clock('answer')).dueAt).toBe('2026-04-04T12:00:00.000Z');
    await playUntil(play, ({ stages }) => stages.some(({ stage, state }) => stage === 'answer' && state === 'DONE'));
    await play.act(await offered(play, 'CLOSE_AS_ANSWERED'), 'closeCase', { outcome: 'ANSWERED' });
    expect(await play.see()).toMatchObject({ state: 'CLOSED', outcome: 'ANSWERED' });
  });

  it('runs a complaint by its stages, numbers and due dates', async () => {
    const play = await register({}, MAUNDY_THURSDAY);
    expect(play.number).toBe('RB2604-002');
    const finished = await playUntil(play);
    const order = ['taking-on', 'inspection', 'report', 'reply', 'closing'];
    expect(finished.filter((stage) => order.includes(stage))).toEqual(order);
    const { clocks } = await play.see();
    const due = new Map(clocks.map(({ stage, targetAt, dueAt }) => [stage, [targetAt, dueAt]]));
    expect(due.get('taking-on')).toEqual([null, '2026-04-03T15:00:00.000Z']);
    // Tuesday the 7th and Wednesday the 8th; the reply by the day after the report of Thursday, which is Tuesday.
    expect(due.get('report')).toEqual([null, '2026-04-08T23:00:00.000Z']);
    expect(due.get('reply')).toEqual([null, '2026-04-07T23:00:00.000Z']);
    expect(due.get('closing')).toEqual(['2026-04-12T23:00:00.000Z', '2026-04-16T23:00:00.000Z']);
    expect((await play.clock('call-back')).dueAt).toBe('2026-05-02T23:00:00.000Z');

    await system.moveTo('2026-05-01T09:00:00+01:00');
    expect((await register()).number).toBe('RB2605-001');
  });

  it('has the report on an urgent one countersigned by two people in their order', async () => {
    const play = await register({ assessment: { brakesFailed: true } });
    await playUntil(play, ({ stages }) =>
      stages.some(({ stage, state }) => stage === 'report' && state === 'SUBMITTED'),
    );
    expect(await seen(play, 'level { code }')).toEqual({ level: { code: 'urgent' } });
    const approve = (party: string) => play.act(cast.of(party), 'approveStage', { stage: 'report' });
    expect(await refusalOf(approve('shop-keeper'))).toBe('FORBIDDEN');
    expect(await refusalOf(approve('supervisor'))).toBe('FORBIDDEN');
    await approve('safety-officer');
    await approve('shop-keeper');
    await playUntil(play);
  });

  it('hands out a blue slip to whoever is late, a red one when it is over, and turns urgent after twenty days', async () => {
    const play = await register();
    await playUntil(play, ({ clocks }) => clocks.some(({ stage }) => stage === 'report'));
    await system.moveTo('2026-04-24T10:00:00+01:00');
    const count = async (type: string, stage: string) =>
      (await typesOf(play)).filter((entry) => entry.type === type && entry.stage === stage).length;
    await eventually(async () => (await count('REMINDER_ISSUED', 'report')) === 1, {
      what: 'a blue slip for the report',
      timeoutMs: 45_000,
    });
    await eventually(
      async () => (await seen<{ level: { code: string } }>(play, 'level { code }')).level.code === 'urgent',
      {
        what: 'the complaint to turn urgent',
        timeoutMs: 45_000,
      },
    );
    await playUntil(play);
    await eventually(async () => (await count('OVERDUE_INQUIRY_ISSUED', 'report')) === 1, {
      what: 'a red slip for the report',
      timeoutMs: 45_000,
    });
    expect(await count('REMINDER_ISSUED', 'report')).toBe(1);
  });

  it('has it looked into once more where the rider does not agree, and no third time', async () => {
    const play = await register();
    await playUntil(play, ({ state }) => state === 'CONSENT');
    const object = async () => {
      await play.act(await offered(play, 'RECORD_CONSENT'), 'recordConsent', {
        decision: 'OBJECTED',
        note: 'Too little.',
      });
    };
    await object();
    const further = { path: 'SECOND_HANDLING', reason: 'The rider does not agree.' };
    await play.act(await offered(play, 'TAKE_FURTHER'), 'takeFurther', further);
    expect(await seen(play, 'round')).toEqual({ round: 2 });
    expect((await play.see()).stages.find(({ stage }) => stage === 'report')?.state).not.toBe('DONE');
    await playUntil(play, ({ state }) => state === 'CONSENT');
    expect(await refusalOf(object())).toBe('CASE_DECISION_FINAL');
    await playUntil(play);
  });

  it('opens it again where the rider is not content when called back', async () => {
    const play = await register();
    await playUntil(play);
    await play.act(cast.of('counter'), 'recordFollowUp', {
      means: 'PHONE',
      reached: true,
      satisfied: false,
      satisfaction: { result: 1, attitude: 3 },
    });
    expect((await play.see()).state).not.toBe('CLOSED');
    expect((await typesOf(play)).map(({ type }) => type)).toContain('CASE_REOPENED');
    await playUntil(play);
  });

  describe('when a file or an adoption has a mistake', () => {
    interface Existing {
      readonly regulations: readonly { readonly code: string; readonly version: number }[];
      readonly regulationDrafts: { readonly nodes: readonly { readonly id: string }[] };
      readonly adoptions: readonly { readonly id: string }[];
    }
    const existing = () =>
      cast
        .of('admin')
        .person.read<Existing>(
          '{ regulations { code version } regulationDrafts(first: 50) { nodes { id } } adoptions { id effectiveFrom } }',
        );

    it.each(BAD_FILES)('refuses $mistake, with its place, and stores nothing', async ({ document, path, expected }) => {
      const before = await existing();
      const { draft: stored, problems, userErrors } = await draft(cast, document);
      expect(stored).toBeNull();
      expect(problems.map((problem) => problem.path)).toContain(path);
      expect(problems.find((problem) => problem.path === path)?.expected).toMatch(expected);
      expect(userErrors.map(({ code }) => code)).toEqual(problems.map(() => 'CASE_REGULATION_MISTAKE'));
      expect(userErrors.map(({ message }) => message).join(' ')).toContain(path);
      expect(await existing()).toEqual(before);
    });

    it.each(BAD_TERMS)('refuses to adopt with $mistake, and adopts nothing', async ({ terms, code, path }) => {
      const before = await existing();
      const { userErrors } = await cast.of('admin').person.act('adoptRegulation', { ...TERMS, ...LATER, ...terms });
      expect(userErrors.map((error) => [error.code, error.path])).toContainEqual([code, path]);
      expect(await existing()).toEqual(before);
    });

    it('goes on by the regulation in force', async () => {
      expect((await register()).number).toMatch(/^RB2604-/u);
    });
  });
});
