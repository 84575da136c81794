import { findRegulation, type Regulation } from '@redress/regulations';
import type { MovedSystem } from '../support/moved-system';
import { castFor } from './cast';
import type { Expectations } from './expectations';
import { begin, found } from './founding';
import type { Stage } from './step';

/** An organisation of a test's own that has adopted a regulation as it ships, with a person for each role and party. */
export async function stageUnder(system: MovedSystem, expected: Expectations): Promise<Stage> {
  const regulation = shipped(expected.regulation);
  const cast = await castFor(system, regulation);
  await found(cast, regulation, expected);
  return { system, regulation, expected, cast, begin: (...told) => begin(cast, regulation, expected, ...told) };
}

/** A regulation that comes with Redress. */
export function shipped(id: string): Regulation {
  const regulation = findRegulation(id);
  if (regulation === undefined) throw new Error(`no regulation ${id} ships`);
  return regulation;
}
