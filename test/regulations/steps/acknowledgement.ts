import { eventually } from '@redress/testkit';
import type { Matter } from '../expectations';
import type { Stage, Step } from '../step';

interface Told {
  readonly id: string;
  readonly version: number;
  readonly letters: readonly { readonly purpose: string }[];
  readonly acknowledgement: {
    readonly state: string;
    readonly tells: readonly string[];
    readonly means: string | null;
  } | null;
}

const TOLD = `query ($number: String!) { complaint: complaintByNumber(number: $number) {
  id version letters { purpose } acknowledgement { state tells means } } }`;

async function toldOf(stage: Stage, number: string, until: (told: Told) => boolean): Promise<Told> {
  const { person } = stage.cast.of('agent');
  return eventually(
    async () => {
      const { complaint } = await person.read<{ complaint: Told }>(TOLD, { number });
      return until(complaint) ? complaint : undefined;
    },
    { what: `the acknowledgement of ${number}`, timeoutMs: 45_000, intervalMs: 50 },
  );
}

async function registered(stage: Stage, matter: Matter) {
  const play = await stage.begin(matter);
  const decided = await toldOf(stage, play.number, isDecided);
  return { play, decided };
}

/** The letter is entered with the decision; what was read in between shows one without the other. */
function isDecided({ acknowledgement: asked, letters }: Told): boolean {
  return asked !== null && asked.state !== 'PENDING' && (asked.state !== 'QUEUED' || letters.length > 0);
}

export const acknowledgement: Step = {
  title: 'tells the complainant what the text wants told',
  applies: (regulation) => regulation.acknowledgement.length > 0,
  async take(stage) {
    const { tells, channels } = stage.expected.acknowledged ?? {};
    expect(tells).toBeDefined();
    const { play, decided } = await registered(stage, channels === undefined ? {} : { channel: channels[0] ?? '' });
    // That it has come in is told with whatever else the text wants told.
    const expected = new Set(['RECEIPT', ...(tells ?? [])]);
    expect([...(decided.acknowledgement?.tells ?? [])].sort()).toEqual([...expected].sort());
    // Whoever can be written to gets a letter, which waits for the mail server; others are told by a person.
    const written = decided.acknowledgement?.state === 'QUEUED';
    expect(decided.letters.map(({ purpose }) => purpose)).toEqual(written ? ['ACKNOWLEDGEMENT'] : []);
    if (!written) expect(decided.acknowledgement?.state).toBe('DUE');
    const record = async ({ id, version }: Told) =>
      stage.cast.of('agent').person.act('recordAcknowledgement', {
        ...{ complaintId: id, expectedVersion: version, means: 'PHONE' },
      });
    expect((await record(decided)).userErrors).toEqual([]);
    const told = await toldOf(stage, play.number, (each) => each.acknowledgement?.state === 'DONE');
    expect(told.acknowledgement).toMatchObject({ means: 'PHONE' });
    expect((await record(told)).userErrors.map(({ code }) => code)).toEqual(['INTAKE_ALREADY_ACKNOWLEDGED']);
    await eventually(async () => (await timelineOf(stage, play.number)).includes('CASE_ACKNOWLEDGED'), {
      what: `${play.number} to know that its complainant was told`,
      timeoutMs: 45_000,
    });
    const silent = stage.regulation.channels.find(({ channel }) => channels?.includes(channel) === false);
    if (silent === undefined) return;
    const { decided: other } = await registered(stage, { channel: silent.channel });
    expect(other).toMatchObject({ letters: [], acknowledgement: { state: 'NOT_DUE', tells: [] } });
  },
};

async function timelineOf({ cast }: Stage, number: string): Promise<readonly string[]> {
  const document = 'query ($number: String!) { case: caseByNumber(number: $number) { timeline(first: 100) { type } } }';
  const { case: found } = await cast
    .of('auditor')
    .person.read<{ case: { timeline: { type: string }[] } }>(document, { number });
  return found.timeline.map(({ type }) => type);
}
