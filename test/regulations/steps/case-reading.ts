import type { Member } from '../cast';
import type { Play, SeenCase } from '../play';

/** What the graph shows of a case beside its course, to the auditor unless told. */
export async function caseOf<Data>(play: Play, selection: string, performer = 'auditor'): Promise<Data> {
  const { case: found } = await play.cast
    .of(performer)
    .person.read<{ case: Data }>(`query ($number: String!) { case: caseByNumber(number: $number) { ${selection} } }`, {
      number: play.number,
    });
  return found;
}

/** A condition for playing: the case is in one of these states. */
export function inState(...states: readonly string[]): (seen: SeenCase) => boolean {
  return ({ state }) => states.includes(state);
}

/** What the case offers to somebody now. */
export async function offeredTo(play: Play, performer: string): Promise<readonly string[]> {
  const { availableActions } = await caseOf<{ availableActions: { action: string }[] }>(
    play,
    'availableActions { action }',
    performer,
  );
  return availableActions.map(({ action }) => action);
}

/** Types of what happened to the case, the oldest first. */
export async function happened(play: Play): Promise<readonly string[]> {
  const { timeline } = await caseOf<{ timeline: { type: string }[] }>(play, 'timeline(first: 100) { type }');
  return timeline.map(({ type }) => type);
}

/** Somebody whom the text, or else the system, lets close a case. */
export function closerOf({ regulation, cast }: Play): Member {
  return cast.of(regulation.stages.find(({ kind }) => kind === 'CLOSING')?.performers[0] ?? 'supervisor');
}
