import type { CaseChange } from '../model/complaint-case.repository';
import { levelCheckAt, restsOnTime } from '../model/level-check.model';

/** When the level of a changed case has to be looked at again; nothing where its regulation lets time change none. */
export function levelCheckColumn({ course: { case: after, facts }, plan }: CaseChange): {
  readonly level_check_at?: Date | null;
} {
  const last = facts.at(-1);
  if (plan === undefined || last === undefined || !restsOnTime(plan.regulation)) return {};
  return { level_check_at: levelCheckAt(after, plan, last.at) ?? null };
}
