import { defineAction } from '../../complaint-case/model/action.model';
import { stateForbids, type CaseRefusal, type CaseRule } from '../../complaint-case/model/case.rules';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';
import { unfitText } from '../../complaint-case/model/written-text.rules';
import type { FollowUp, Satisfaction } from './follow-up.model';

/** Nobody is asked how satisfied they are before anything was carried out, or of what was never handled here. */
const carriedOut: CaseRule = (situation) => {
  const { state, moments, outcome } = situation.case;
  const isHandled = outcome !== 'IMPORTED' && outcome !== 'REFUSED';
  const isDone = state === 'CLOSED' || moments['EXECUTION_FINISHED'] !== undefined;
  return isHandled && isDone ? undefined : stateForbids('RECORD_FOLLOW_UP', situation);
};

export const recordFollowUpAction = defineAction({
  action: 'RECORD_FOLLOW_UP',
  description: 'Mutation `recordFollowUp`.',
  stageKinds: ['FOLLOW_UP'],
  roles: ['agent', 'handler'],
  states: ['EXECUTION', 'CLOSED'],
  rules: [carriedOut],
});

const SCORES: readonly [keyof Satisfaction, 'RESULT' | 'EXPECTATION' | 'ATTITUDE' | 'EFFICIENCY'][] = [
  ['result', 'RESULT'],
  ['expectation', 'EXPECTATION'],
  ['attitude', 'ATTITUDE'],
  ['efficiency', 'EFFICIENCY'],
];

/** A follow-up asks what the regulation asks, by a means that it names, and its scores lie between 1 and 5. */
export function unfitFollowUp(plan: CasePlan | undefined, followUp: FollowUp, now: Date): readonly CaseRefusal[] {
  const provision = plan?.regulation.followUp;
  const { means, reached, satisfaction, satisfied, nextAt } = followUp;
  const asked = SCORES.filter(([, question]) => provision?.asks.includes(question));
  const missing = asked.filter(([score]) => satisfaction[score] === undefined).map(([score]) => score);
  const outside = SCORES.filter(([score]) => !isScore(satisfaction[score])).map(([score]) => score);
  const texts = [followUp.suggestions, followUp.note].filter((text) => text !== undefined);
  return [
    ...(provision?.means?.includes(means) === false
      ? [
          {
            code: 'CASE_FOLLOW_UP_MEANS_UNKNOWN',
            path: ['input', 'means'],
            details: { allowed: provision.means },
          } as const,
        ]
      : []),
    ...(reached && (missing.length > 0 || satisfied === undefined)
      ? [answerMissing(satisfied === undefined ? [...missing, 'satisfied'] : missing)]
      : []),
    ...outside.map((score) => ({ code: 'CASE_SCORE_OUT_OF_RANGE', path: ['input', 'satisfaction', score] }) as const),
    ...(nextAt !== undefined && nextAt <= now
      ? [{ code: 'CASE_DATE_NOT_LATER', path: ['input', 'nextAt'] } as const]
      : []),
    ...texts.flatMap((text) => unfitText(text, 'suggestions') ?? []),
  ];
}

function answerMissing(allowed: readonly string[]): CaseRefusal {
  return {
    code: 'CASE_FOLLOW_UP_ANSWER_MISSING',
    path: ['input'],
    facts: { missing: allowed.join(', ') },
    details: { allowed },
  };
}

function isScore(score: number | undefined): boolean {
  return score === undefined || (Number.isInteger(score) && score >= 1 && score <= 5);
}
