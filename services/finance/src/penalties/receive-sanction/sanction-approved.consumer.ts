import { sanctionApproved } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';
import type { AdoptedRegulations } from '../../case-file/model/adopted-regulations.repository';
import type { CaseFiles } from '../../case-file/model/case-file.repository';
import type { PenaltyRepository } from '../model/penalty.repository';

interface Dependencies {
  readonly penalties: PenaltyRepository;
  readonly caseFiles: Pick<CaseFiles, 'caseFilesBy'>;
  readonly regulations: Pick<AdoptedRegulations, 'regulationOf'>;
}

/** A sanction for which the regulation has a penalty notice drawn up becomes a penalty (FI-10). */
export function onSanctionApproved({ penalties, ...knowledge }: Dependencies): EventHandlers {
  return onEvent(sanctionApproved, async ({ data }, tx) => {
    const { sanctionId: id, caseId, sanction, department, person, by, at } = data;
    if (await asksForNothing(tx, caseId, sanction, knowledge)) return;
    await penalties.add(tx, {
      ...{ id, caseId, sanction, state: 'DRAWN_UP', version: 1 },
      ...(department === undefined ? {} : { department }),
      ...(person === undefined ? {} : { person }),
      sanctionedBy: by,
      sanctionedAt: new Date(at),
    });
  });
}

/** Whether the regulation is known and has no penalty notice for the sanction; what is not known is not lost. */
async function asksForNothing(
  tx: TenantTransaction,
  caseId: string,
  sanction: string,
  { caseFiles, regulations }: Omit<Dependencies, 'penalties'>,
): Promise<boolean> {
  const [file] = await caseFiles.caseFilesBy(tx, [caseId]);
  const regulation = (await regulations.regulationOf(tx, file))?.regulation;
  if (regulation === undefined) return false;
  const paper = regulation.responsibility?.sanctions?.find((each) => each.sanction === sanction)?.paper;
  return !regulation.papers.some((each) => each.paper === paper && each.kind === 'PENALTY_NOTICE');
}
