import {
  movableTestSystem,
  startMovedTestSystem,
  type Movable,
  type ReachedSystem,
  type TestSystem,
} from '@redress/testkit';

/** A system for one test file at a time whose processes can be told what time it is. */
export type MovedSystem = ReachedSystem & Movable;

type Variables = Parameters<typeof startMovedTestSystem>[1];

/** A system at a moment: one that another file is done with, or of its own where a process needs more variables. */
export function startMovedSystem(moment: string, more?: Variables): Promise<MovedSystem | (TestSystem & Movable)> {
  return more === undefined ? movableTestSystem(moment) : startMovedTestSystem(moment, more);
}

/** A system whose clock goes forwards and back, as for the scenarios of the regulations; it may have been later already. */
export function startSystemToAndFro(moment: string): Promise<MovedSystem> {
  return movableTestSystem(moment, { backwards: true });
}
