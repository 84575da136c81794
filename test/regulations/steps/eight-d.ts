import { offered, playUntil } from '../course';
import type { Play } from '../play';
import { refusalOf } from '../refusal-of';
import { caseOf } from './case-reading';

interface Reports {
  readonly eightD: readonly {
    readonly id: string;
    readonly version: number;
    readonly state: string;
    readonly copies: readonly { readonly copy: number; readonly holder: string }[];
  }[];
}

const DISCIPLINES = {
  team: '质量、生产、研发',
  problem: '焊缝开裂',
  containment: '隔离库存',
  cause: '夹具磨损',
  countermeasures: '更换夹具',
  verification: '复测合格',
};

/** The report rests on verified measures, is valid by a signature, and begins anew with a dissatisfied customer. */
export async function eightDReported(play: Play): Promise<void> {
  const { actions, papers, stages } = play.regulation;
  const paper = papers.find(({ kind }) => kind === 'EIGHT_D_REPORT');
  const cause = stages.find(({ stage }) => stage === actions?.loopsBackTo)?.stage ?? '';
  const author = await offered(play, 'SUBMIT_EIGHT_D');
  const incomplete = play.act(author, 'submitEightD', { disciplines: { ...DISCIPLINES, cause: undefined } });
  expect(await refusalOf(incomplete)).toBe('CASE_SECTION_MISSING');
  await play.act(author, 'submitEightD', { disciplines: DISCIPLINES });
  const [submitted] = await reports(play);
  expect(submitted).toMatchObject({ version: 1, state: 'SUBMITTED' });
  const own = play.act(author, 'signEightD', { reportId: submitted?.id });
  expect(['CASE_STAGE_OWN_WORK', 'CASE_ROLE_NOT_ENTITLED', 'FORBIDDEN']).toContain(await refusalOf(own));
  await play.act(play.cast.of(actions?.signedBy?.[0] ?? 'manager'), 'signEightD', { reportId: submitted?.id });
  const [signed] = await reports(play);
  expect(signed?.state).toBe('SIGNED');
  expect(signed?.copies).toEqual(paper?.copies?.map(({ copy, holder }) => ({ copy, holder })) ?? []);

  await playUntil(play);
  const heard = { means: 'PHONE', reached: true, satisfied: false, satisfaction: { result: 1 } };
  await play.act(await offered(play, 'RECORD_FOLLOW_UP'), 'recordFollowUp', heard);
  expect((await reports(play)).map(({ state }) => state)).toEqual(['RETURNED']);
  const again = (await play.see()).stages.find(({ stage }) => stage === cause);
  expect(again?.state).not.toBe('DONE');
}

async function reports(play: Play): Promise<Reports['eightD']> {
  return (await caseOf<Reports>(play, 'eightD { id version state copies { copy holder } }')).eightD;
}
