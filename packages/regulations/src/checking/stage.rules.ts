import type { Regulation } from '../regulation/regulation.model';
import { startingStage } from './reference.rules';
import { shown, type ContentProblem } from './schema-problems';

type Stage = Regulation['stages'][number];

/** Kinds of stages that are finished by an act which names the stage; of these there may be several at a time. */
const FINISHED_BY_NAME: readonly Stage['kind'][] = ['SITE_INSPECTION', 'OPINION', 'MEETING', 'RESPONSIBILITY'];

/** A stage that waits for itself, over others or not, never begins. */
export function circularStages({ stages }: Regulation): readonly ContentProblem[] {
  const before = stagesBefore(stages);
  const told = new Set<string>();
  return stages.flatMap(({ stage }, index) => {
    const circle = told.has(stage) ? undefined : wayTo(stage, stage, before);
    if (circle === undefined) return [];
    circle.forEach((each) => told.add(each));
    return [
      {
        path: ['stages', index],
        expected: 'stages that do not wait for each other in a circle',
        found: [...circle].reverse().join(' after '),
      },
    ];
  });
}

/** Two stages that are planned at the same time and finished by the same act could not be told apart. */
export function indistinguishableStages({ stages }: Regulation): readonly ContentProblem[] {
  const before = stagesBefore(stages);
  return stages.flatMap((stage, index) => {
    const twin = stages
      .slice(0, index)
      .find(
        (other) =>
          other.kind === stage.kind &&
          !FINISHED_BY_NAME.includes(stage.kind) &&
          sameCondition(other.when, stage.when) &&
          wayTo(other.stage, stage.stage, before) === undefined &&
          wayTo(stage.stage, other.stage, before) === undefined,
      );
    if (twin === undefined) return [];
    return [
      {
        path: ['stages', index],
        expected: `another condition than that of ${twin.stage}, or an order: the same act finishes both`,
        found: `${stage.stage}, of kind ${stage.kind}`,
      },
    ];
  });
}

/** Handling begins anew at a stage of handling, not at the end of the case or after it. */
export function unreachableReturns({ stages, dissatisfaction, actions }: Regulation): readonly ContentProblem[] {
  const kindOf = new Map(stages.map(({ stage, kind }) => [stage, kind]));
  const returns = [
    ...dissatisfaction.map(({ backTo }, index) => ({ path: ['dissatisfaction', index, 'backTo'], stage: backTo })),
    { path: ['actions', 'loopsBackTo'], stage: actions?.loopsBackTo },
  ];
  return returns.flatMap(({ path, stage }) => {
    const kind = stage === undefined ? undefined : kindOf.get(stage);
    if (kind !== 'CLOSING' && kind !== 'FOLLOW_UP') return [];
    return [{ path, expected: 'a stage that comes before the case is closed', found: shown(stage) }];
  });
}

function sameCondition(one: string | undefined, other: string | undefined): boolean {
  return one?.replaceAll(/\s+/g, '') === other?.replaceAll(/\s+/g, '');
}

/** By stage, those that have to be finished before it can begin or its time can run. */
function stagesBefore(stages: readonly Stage[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    stages.map(({ stage, after = [], deadline }) => {
      const start = startingStage(deadline?.startsAt);
      return [stage, start === undefined || after.includes(start) ? after : [...after, start]];
    }),
  );
}

/** The stages on the way from one to another that has to be finished before it; undefined where there is no way. */
function wayTo(
  from: string,
  to: string,
  before: ReadonlyMap<string, readonly string[]>,
  seen: Set<string> = new Set(),
): readonly string[] | undefined {
  for (const previous of before.get(from) ?? []) {
    if (previous === to) return [to, from];
    if (seen.has(previous)) continue;
    seen.add(previous);
    const way = wayTo(previous, to, before, seen);
    if (way !== undefined) return [...way, from];
  }
  return undefined;
}
