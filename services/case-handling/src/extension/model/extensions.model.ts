import type { Duration } from '@redress/regulations';
import type { ComplaintCase, StageClock } from '../../complaint-case/model/case.model';

/** More time that was asked for and not decided on. */
export interface OpenExtension {
  readonly extensionId: string;
  readonly clockId: string;
  readonly stage: string;
  readonly duration: Duration;
  readonly requestedBy: string;
}

const OPEN = 'openExtensions';

type Keeping = Pick<ComplaintCase, 'kept'>;

/** The extensions of a case that await a decision; a clock that was stopped meanwhile needs none. */
export function openExtensions({ kept, clocks }: Pick<ComplaintCase, 'kept' | 'clocks'>): readonly OpenExtension[] {
  const running = new Set(runningClocks({ clocks }).map(({ id }) => id));
  return ((kept[OPEN] as readonly OpenExtension[] | undefined) ?? []).filter(({ clockId }) => running.has(clockId));
}

/** What a case keeps once more time was asked for. */
export function withExtension(current: Pick<ComplaintCase, 'kept' | 'clocks'>, extension: OpenExtension): Keeping {
  return { kept: { ...current.kept, [OPEN]: [...openExtensions(current), extension] } };
}

/** What a case keeps once it was decided. */
export function withoutExtension(current: Pick<ComplaintCase, 'kept' | 'clocks'>, extensionId: string): Keeping {
  const others = openExtensions(current).filter((each) => each.extensionId !== extensionId);
  return { kept: { ...current.kept, [OPEN]: others } };
}

/** The clocks of a case that have not been stopped. */
export function runningClocks({ clocks }: Pick<ComplaintCase, 'clocks'>): readonly StageClock[] {
  return clocks.filter(({ state }) => state === 'RUNNING');
}
