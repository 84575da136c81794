import type { Stage } from '../regulations/step';
import type { Organisation } from './organisation';

/** Organisations among which every end that the system knows is possible: no single regulation allows them all. */
export interface Organisations {
  /** Has consent, and remedies of all kinds. */
  readonly company: Organisation;
  /** Settles on the spot, has levels, a second handling, and opens again whoever is not satisfied. */
  readonly affairs: Stage;
  /** Refuses to take on what its text names. */
  readonly market: Stage;
  /** Counts losses. */
  readonly maker: Stage;
  /** Gives more time. */
  readonly centre: Stage;
  /** Tells a complaint at fault from one that is valid. */
  readonly branch: Stage;
  /** Asks into the delay of stages that are counted from the receipt, so that one can be late from the beginning. */
  readonly rental: Stage;
}

/** Everything that a made complaint needs. */
export interface Making extends Organisations {
  readonly index: number;
  readonly chance: () => number;
}

/** A way in which a complaint goes. */
export type End = (making: Making) => Promise<unknown>;

/** One of them, as chance has it. */
export const oneOf = <Item>({ chance }: Pick<Making, 'chance'>, items: readonly Item[]): Item =>
  items[Math.floor(chance() * items.length)] as Item;
