import { accept, type Outcome } from '@redress/kernel';
import { checkMetricsQuery, MAXIMUM_GROUPS, tooManyGroups } from '../model/metrics-query.model';
import { questionRefusal, type AskFigures, type FiguresAnswer } from '../questions/ask-figures.handler';
import type {
  AcrossAnswer,
  AcrossQuestion,
  AcrossRefusal,
  OrganisationFigures,
  OrganisationRefused,
} from './across-question.command';
import { notOperated, organisationsAsked, unknownOrganisation } from './choose-organisations.rules';
import { combineFigures, combineRows } from './combine-rows.decide';
import { Turns } from './turns.model';

/** Puts a question to organisations; `operated` are those that the asker's token names. */
export type AskAcross = (
  operated: readonly string[],
  question: AcrossQuestion,
) => Promise<Outcome<AcrossAnswer, AcrossRefusal>>;

/**
 * How many organisations are asked at once, by all operators together: as many as leave room for the questions of others.
 * One request may hold twenty questions of fifty organisations each.
 */
const AT_ONCE = 4;

type Answered = Outcome<FiguresAnswer, AcrossRefusal>;

/**
 * Asks every organisation by itself, each statement restricted to it as for its own people, and puts together what adds
 * up. What is wrong with the question is told once; what is wrong with one organisation is told of it alone.
 */
export function askAcross(ask: AskFigures): AskAcross {
  const turns = new Turns(AT_ONCE);
  return async (operated, question) => {
    const { query, at } = question;
    const asked = organisationsAsked(operated, question);
    if (!asked.ok) return asked;
    const refused = questionRefusal(query, at, false);
    if (refused !== undefined) return refused;
    const checked = checkMetricsQuery(query);
    if (!checked.ok) return checked;
    const answers = new Map<string, Answered>();
    let groups = 0;
    const askNext = async (organisation: string): Promise<void> => {
      if (groups > MAXIMUM_GROUPS) return;
      const answer = await answerOf(ask, operated, organisation, question);
      groups += answer.ok ? answer.value.rows.length : 0;
      answers.set(organisation, answer);
    };
    await eachInTurn(asked.value, (organisation) => turns.take(() => askNext(organisation)));
    if (groups > MAXIMUM_GROUPS) return tooManyGroups();
    return accept(together(asked.value, answers, question));
  };
}

async function answerOf(
  ask: AskFigures,
  operated: readonly string[],
  organisation: string,
  { query, at, positions }: AcrossQuestion,
): Promise<Answered> {
  const foreign = notOperated(operated, organisation);
  if (foreign !== undefined) return { ok: false, refusals: [foreign] };
  const { position, complete } = positions.find((known) => known.organisation === organisation) ?? {};
  const moment = {
    ...at,
    ...(position === undefined ? {} : { position }),
    ...(complete === undefined ? {} : { complete }),
  };
  const answer = await ask({ tenantId: organisation, seesPersons: false, isOutsider: true }, query, moment);
  if (answer.ok && answer.value.asOf.position === 0n) {
    return { ok: false, refusals: [unknownOrganisation(organisation)] };
  }
  return answer;
}

function together(
  asked: readonly string[],
  answers: ReadonlyMap<string, Answered>,
  { query: { metrics, top, having, totals }, at: { time } }: AcrossQuestion,
): AcrossAnswer {
  const organisations = asked.map((organisation): OrganisationFigures | OrganisationRefused => {
    const answer = answers.get(organisation);
    if (answer === undefined) throw new Error(`${organisation} was not asked`);
    return answer.ok ? { organisation, ...answer.value } : { organisation, refusals: answer.refusals };
  });
  const told = [...answers.values()].flatMap((answer) => (answer.ok ? [answer.value] : []));
  const isWhole = top === undefined && having.length === 0;
  const totalRows = told.flatMap((answer) => answer.totals ?? []);
  return {
    organisations,
    together: isWhole
      ? combineRows(
          told.map(({ rows }) => rows),
          metrics,
        )
      : undefined,
    totals: totals && totalRows.length > 0 ? { keys: [], figures: combineFigures(totalRows, metrics) } : undefined,
    comparedWindow: told[0]?.comparedWindow,
    time,
  };
}

/** Brings work for some of the items at a time, so that a question with many does not come before all others. */
async function eachInTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const next = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}
