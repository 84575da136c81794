import { eventually, sharedTestSystem, type ReachedSystem } from '@redress/testkit';
import { foundOrganisation, type Organisation } from '../support/organisation';
import { Story } from '../support/story';

interface Hint {
  readonly sequence: number;
  readonly type: string;
  readonly case: { readonly state: string; readonly complaint: { readonly number: string } };
}

/** Listens over server-sent events until the signal ends it; calls back for each hint. */
async function listen(
  url: string,
  token: string,
  caseId: string | null,
  signal: AbortSignal,
  heard: (hint: Hint) => void,
): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    signal,
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      query:
        'subscription Hints($caseId: ID) { caseChanged(caseId: $caseId) { sequence type case { state complaint { number } } } }',
      variables: { caseId },
    }),
  });
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) {
      const data = /^data: (\{.*\})$/m.exec(message)?.[1];
      if (data === undefined) continue;
      const answer = JSON.parse(data) as { data?: { caseChanged: Hint } | null; errors?: unknown };
      if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
      if (answer.data) heard(answer.data.caseChanged);
    }
  }
}

describe('caseChanged through the gateway', () => {
  let system: ReachedSystem;
  let organisation: Organisation;
  let other: Organisation;

  beforeAll(async () => {
    system = await sharedTestSystem();
    [organisation, other] = await Promise.all([foundOrganisation(system), foundOrganisation(system)]);
  }, 180_000);

  afterAll(() => system?.stop(), 60_000);

  it('hints at every change of a case, joined with the complaint, to its own organisation only', async () => {
    const story = await Story.begin(organisation);
    const { id } = await story.case();
    const end = new AbortController();
    const hints: Hint[] = [];
    const foreign: Hint[] = [];
    const ended = (listening: Promise<void>) =>
      listening.catch((error: unknown) => void (end.signal.aborted || Promise.reject(error as Error)));
    const listening = ended(
      listen(system.url, organisation.people.supervisor.token, id, end.signal, (hint) => hints.push(hint)),
    );
    const spying = ended(
      listen(system.url, other.people.supervisor.token, id, end.signal, (hint) => foreign.push(hint)),
    );
    await story.step('agent', 'acceptCase');
    // A hint that comes before the subscription stands is lost by design: assign again until one is heard.
    await eventually(
      async () => {
        await story.step('supervisor', 'assignCase', { assignee: `handler@${organisation.tenant}` });
        return hints.length > 0;
      },
      { intervalMs: 250, timeoutMs: 60_000, what: 'a first hint' },
    );
    await story.step('handler', 'recordInvestigation', { validity: 'VALID', findings: 'Seam.' });
    const { version: last } = await story.case();
    await eventually(() => hints.at(-1)?.sequence === last, { what: 'the last hint', timeoutMs: 45_000 });
    end.abort();
    await Promise.all([listening, spying]);
    expect(hints.at(-1)).toMatchObject({ sequence: last, case: { complaint: { number: story.number } } });
    expect(foreign).toEqual([]);
  }, 240_000);
});
