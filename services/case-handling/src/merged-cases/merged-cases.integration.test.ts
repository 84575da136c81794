import { complaintMerged, complaintUnmerged } from '@redress/contracts';
import { eventually } from '@redress/testkit';
import { APOLOGY, leadTo, REFUND_500 } from '../test-bench/chapters';
import { FakeProducer, type Registered } from '../test-bench/fake-producer';
import { Organisation, type CaseView, type Payload } from '../test-bench/organisation';
import { startService, type RunningService } from '../test-bench/running-service';

const codes = ({ userErrors }: Payload) => userErrors.map(({ code }) => code);
const LINKS = `query ($number: String!) { case: caseByNumber(number: $number) {
  mergedInto { number } duplicates { number } clocks { stage state } } }`;

interface Links {
  readonly mergedInto: { readonly number: string } | null;
  readonly duplicates: readonly { readonly number: string }[];
  readonly clocks: readonly { readonly state: string }[];
}

describe('cases of complaints that intake links', () => {
  let service: RunningService;
  let intake: FakeProducer;
  let org: Organisation;

  beforeAll(async () => {
    service = await startService('2026-03-12T03:00:00.000Z');
    intake = await FakeProducer.start('intake', service);
    org = await Organisation.found(service, intake);
  });
  afterAll(async () => {
    await intake.stop();
    await service.stop();
  });

  const versions = new Map<string, number>();
  const tellLink = async (definition: typeof complaintMerged, duplicate: Registered, main: Registered) => {
    const { complaintId } = duplicate;
    const version = (versions.get(complaintId) ?? 1) + 1;
    versions.set(complaintId, version);
    const data = { complaintId, mergedInto: main.complaintId, at: '2026-03-12T03:00:00.000Z', by: 'an' };
    await intake.tell(org.tenant, { id: complaintId, version }, definition, data);
  };
  const linksOf = async (number: string): Promise<Links> =>
    (await org.read<{ case: Links }>(org.wu, LINKS, { number })).case;
  const merged = async (duplicate: Registered, main: Registered): Promise<void> => {
    await tellLink(complaintMerged, duplicate, main);
    const seen = async () => ((await linksOf(duplicate.number)).mergedInto === null ? undefined : true);
    await eventually(seen, { what: 'the link' });
  };
  const parted = async (duplicate: Registered, main: Registered): Promise<void> => {
    await tellLink(complaintUnmerged, duplicate, main);
    const seen = async () => ((await linksOf(duplicate.number)).mergedInto === null ? true : undefined);
    await eventually(seen, { what: 'the parting' });
  };
  const pair = async () => {
    const [main, duplicate] = [await org.open(), await org.open()];
    return { main, duplicate };
  };
  const now = async ({ number }: CaseView): Promise<CaseView> => {
    const view = await org.byNumber(number);
    if (view === null) throw new Error(`no case ${number}`);
    return view;
  };

  it('know of each other; the clocks of the duplicate stay visible, and its money is left to the other', async () => {
    const { main, duplicate } = await pair();
    await merged(duplicate.registered, main.registered);
    const { clocks, mergedInto } = await linksOf(duplicate.view.number);
    expect(mergedInto).toEqual({ number: main.view.number });
    expect(clocks.map(({ state }) => state)).toEqual(['RUNNING', 'RUNNING', 'RUNNING']);
    expect((await linksOf(main.view.number)).duplicates).toEqual([{ number: duplicate.view.number }]);

    const ready = await leadTo(org, await now(duplicate.view), 'RESOLUTION');
    const money = await org.act(org.li, 'proposeResolution', ready, { text: '退款', remedies: [REFUND_500] });
    expect(codes(money)).toEqual(['CASE_HARM_SETTLED_ELSEWHERE']);
    expect(money.userErrors[0]?.message).toContain(main.view.number);
    const apology = await org.done(org.li, 'proposeResolution', ready, { text: '致歉', remedies: [APOLOGY] });
    expect(apology.resolutions).toHaveLength(1);
    const other = await leadTo(org, await now(main.view), 'PROPOSED');
    expect((await org.done(org.wu, 'approveResolution', other)).state).toBe('REPLY');
  });

  it('gives money once, in whatever order and however many decide at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { main, duplicate } = await pair();
      await leadTo(org, main.view, 'PROPOSED');
      await leadTo(org, duplicate.view, 'PROPOSED');
      await merged(duplicate.registered, main.registered);
      const [one, other] = [await now(main.view), await now(duplicate.view)];
      const answers = await Promise.all([
        org.act(org.wu, 'approveResolution', other),
        org.act(org.wu, 'approveResolution', one),
      ]);
      expect(answers.map(codes)).toEqual([['CASE_HARM_SETTLED_ELSEWHERE'], []]);
    }
  });

  it('lets stand what the duplicate was granted before, and gives nothing on top', async () => {
    const { main, duplicate } = await pair();
    await leadTo(org, duplicate.view, 'REPLY');
    await merged(duplicate.registered, main.registered);
    const ready = await leadTo(org, await now(main.view), 'RESOLUTION');
    const refused = await org.act(org.li, 'proposeResolution', ready, { text: '退款', remedies: [REFUND_500] });
    expect(codes(refused)).toEqual(['CASE_HARM_SETTLED_ELSEWHERE']);
  });

  it('closes the duplicate with the other, and puts it back to where it was once they are parted', async () => {
    const { main, duplicate } = await pair();
    const before = await leadTo(org, duplicate.view, 'REPLY');
    await merged(duplicate.registered, main.registered);
    await org.done(org.wu, 'closeCase', await now(main.view), { outcome: 'WITHDRAWN' });
    const closed = await org.until(before.number, ({ state }) => state === 'CLOSED');
    expect(closed).toMatchObject({ outcome: 'MERGED', resolutions: [{ state: 'DROPPED' }] });
    await parted(duplicate.registered, main.registered);
    const back = await now(before);
    expect(back).toMatchObject({ state: 'REPLY', outcome: null, resolutions: [{ state: 'APPROVED' }] });
    expect((await org.done(org.li, 'sendReply', back, { text: '退款' })).state).toBe('CONSENT');
    expect((await linksOf(main.view.number)).duplicates).toEqual([]);
  });
});
