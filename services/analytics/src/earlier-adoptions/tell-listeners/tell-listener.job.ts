import type { Logger } from '@redress/observability';
import type { AdoptionHearings } from '../model/adoption-hearings.repository';
import type { Told } from './tell-listener.handler';

export interface TellingRound {
  readonly listener: string;
  readonly untold: AdoptionHearings['untold'];
  readonly tell: (tenantId: string) => Promise<Told>;
  readonly logger: Logger;
  /** Whether the process is about to end. */
  readonly stopping: () => boolean;
}

const ORGANISATIONS_AT_ONCE = 100;

/** Tells a listener of every organisation that it was not told of; one that fails is tried again in the next round. */
export async function tellOfAll({ listener, untold, tell, logger, stopping }: TellingRound): Promise<void> {
  let after = '';
  for (;;) {
    const organisations = await untold(listener, after, ORGANISATIONS_AT_ONCE);
    for (const tenantId of organisations) {
      if (stopping()) return;
      await tell(tenantId).then(
        ({ lost }) => {
          if (lost > 0) logger.error({ tenantId, listener, lost }, 'adoptions are not in the change log any more');
        },
        (error: unknown) => logger.error({ tenantId, listener, error }, 'earlier adoptions could not be told'),
      );
    }
    const last = organisations.at(-1);
    if (last === undefined) return;
    after = last;
  }
}
