import type { DemonstrationAct } from './demonstration';

/** What happens in the demonstration organisation, in order. */
export const ACTS: readonly DemonstrationAct[] = [];
