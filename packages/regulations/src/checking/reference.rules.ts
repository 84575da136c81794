import type { Regulation } from '../regulation/regulation.model';
import type { SourcePath } from './json-source';
import { oneOf } from './nearest-name';
import { shown, type ContentProblem } from './schema-problems';

/** A name that stands for something declared elsewhere in the file. */
interface Reference {
  readonly path: SourcePath;
  readonly name: string | undefined;
}

/** Papers, stages, levels, values and channel classes that are named are declared. */
export function danglingReferences(regulation: Regulation): readonly ContentProblem[] {
  const { channels, channelClasses, classification, levels, papers, stages } = regulation;
  return [
    ...dangling(
      'a class of channelClasses',
      channelClasses.map((each) => each.class),
      channels.map((channel, index) => ({ path: ['channels', index, 'class'], name: channel.class })),
    ),
    ...dangling(
      'a paper of papers',
      papers.map(({ paper }) => paper),
      paperReferences(regulation),
    ),
    ...dangling(
      'a stage of stages',
      stages.map(({ stage }) => stage),
      stageReferences(regulation),
    ),
    ...dangling('a level of levels/values', levels?.values.map(({ level }) => level) ?? [], [
      { path: ['levels', 'initial'], name: levels?.initial },
      ...(levels?.triggers ?? []).map(({ level }, index) => ({
        path: ['levels', 'triggers', index, 'level'],
        name: level,
      })),
    ]),
    ...classification.flatMap(({ values, rules = [] }, axis) =>
      dangling(
        'a value of the axis',
        values.map(({ code }) => code),
        rules.map(({ value }, index) => ({ path: ['classification', axis, 'rules', index, 'value'], name: value })),
      ),
    ),
  ];
}

function paperReferences(regulation: Regulation): readonly Reference[] {
  const { stages, onTheSpot, handOvers, remedies, dissatisfaction, overduePapers, responsibility } = regulation;
  return [
    ...stages.map(({ paper }, index) => ({ path: ['stages', index, 'paper'], name: paper })),
    { path: ['onTheSpot', 'slip'], name: onTheSpot?.slip },
    ...handOvers.map(({ paper }, index) => ({ path: ['handOvers', index, 'paper'], name: paper })),
    ...remedies.flatMap(({ papers = [] }, remedy) =>
      papers.map((paper, index) => ({ path: ['remedies', remedy, 'papers', index], name: paper })),
    ),
    ...dissatisfaction.map(({ paper }, index) => ({ path: ['dissatisfaction', index, 'paper'], name: paper })),
    ...overduePapers.map(({ paper }, index) => ({ path: ['overduePapers', index, 'paper'], name: paper })),
    ...(responsibility?.sanctions ?? []).map(({ paper }, index) => ({
      path: ['responsibility', 'sanctions', index, 'paper'],
      name: paper,
    })),
  ];
}

function stageReferences({ stages, dissatisfaction, actions }: Regulation): readonly Reference[] {
  return [
    ...stages.flatMap(({ after = [] }, stage) =>
      after.map((name, index) => ({ path: ['stages', stage, 'after', index], name })),
    ),
    ...stages.map(({ deadline }, stage) => ({
      path: ['stages', stage, 'deadline', 'startsAt'],
      name: startingStage(deadline?.startsAt),
    })),
    ...dissatisfaction.map(({ backTo }, index) => ({ path: ['dissatisfaction', index, 'backTo'], name: backTo })),
    { path: ['actions', 'loopsBackTo'], name: actions?.loopsBackTo },
  ];
}

/** The stage whose end starts a deadline, where it is one. */
export function startingStage(startsAt: string | undefined): string | undefined {
  return startsAt?.startsWith('STAGE:') === true ? startsAt.slice('STAGE:'.length) : undefined;
}

function dangling(what: string, known: readonly string[], references: readonly Reference[]): ContentProblem[] {
  return references.flatMap(({ path, name }) =>
    name === undefined || known.includes(name)
      ? []
      : [{ path, expected: `${what}: ${oneOf(known, name)}`, found: shown(name) }],
  );
}
