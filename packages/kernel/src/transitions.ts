/** A state machine as data: for each state, the actions possible in it and the state each leads to. */
export type TransitionTable<State extends string, Action extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Action, State>>>>
>;

/** A checked transition table. */
export interface StateMachine<State extends string, Action extends string> {
  readonly initial: State;
  /** The state that `action` leads to, or `undefined` when it is not possible in `state`. */
  next(state: State, action: Action): State | undefined;
  /** The actions possible in `state`, in the order of the table. */
  actionsIn(state: State): readonly Action[];
  isFinal(state: State): boolean;
}

/**
 * Checks a transition table once, at start: every target is a state of the table and every state can be reached
 * from `initial`. Throws `Error` naming the first state that breaks this, because such a table is a bug.
 */
export function stateMachine<State extends string, Action extends string>(
  initial: State,
  table: TransitionTable<State, Action>,
): StateMachine<State, Action> {
  const reached = new Set<State>([initial]);
  const queue: State[] = [initial];
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    for (const target of Object.values(table[state]) as State[]) {
      if (!(target in table)) throw new Error(`transition from ${state} to unknown state ${target}`);
      if (!reached.has(target)) {
        reached.add(target);
        queue.push(target);
      }
    }
  }
  const unreachable = (Object.keys(table) as State[]).find((state) => !reached.has(state));
  if (unreachable !== undefined) throw new Error(`state ${unreachable} cannot be reached from ${initial}`);
  return {
    initial,
    next: (state, action) => table[state][action],
    actionsIn: (state) => Object.keys(table[state]) as Action[],
    isFinal: (state) => Object.keys(table[state]).length === 0,
  };
}
