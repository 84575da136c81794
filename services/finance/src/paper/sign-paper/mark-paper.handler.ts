import { accept, refuse, type Actor, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { StaffStandings } from '../../case-file/model/staff-standings.repository';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import type { PaperRefusal } from '../model/paper.errors';
import type { Paper, PaperMark } from '../model/paper.model';
import type { PaperRepository } from '../model/paper.repository';
import { decideHandingOut, decideSigning } from './sign-paper.decide';

export interface MarkPaper {
  readonly actor: Actor;
  readonly idempotencyKey: string;
  readonly paperId: string;
  readonly expectedVersion: number;
  readonly note?: string;
}

export interface MarkPaperPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly papers: PaperRepository;
  readonly calendar: TenantCalendar;
  readonly standings: StaffStandings;
  /** Whether the evidence belongs to the settlement and was accepted. */
  readonly isAccepted: (tx: TenantTransaction, evidenceId: string, settlementId: string) => Promise<boolean>;
}

/** Signs a paper, or records the customer's seal. The answer is the paper's id. */
export function signPaper(
  command: MarkPaper & { readonly place: string; readonly evidenceId?: string },
  ports: MarkPaperPorts,
): Promise<CommandResult<string, PaperRefusal>> {
  const { actor, place, evidenceId, expectedVersion } = command;
  const request = { place, evidenceId };
  return mark(command, { operation: 'signPaper', request }, ports, async (tx, paper, marks) => {
    const sealProven =
      evidenceId !== undefined &&
      paper.settlementId !== undefined &&
      (await ports.isAccepted(tx, evidenceId, paper.settlementId));
    const actsFor = await partiesOf(tx, actor.subject, place, ports);
    return decideSigning(paper, marks, { signer: actor, expectedVersion, place, sealProven, actsFor });
  });
}

/** Notes that a copy went to its holder. The answer is the paper's id. */
export function handOutPaperCopy(
  command: MarkPaper & { readonly copy: number },
  ports: MarkPaperPorts,
): Promise<CommandResult<string, PaperRefusal>> {
  const { copy, expectedVersion } = command;
  const call = { operation: 'handOutPaperCopy', request: { copy } };
  return mark(command, call, ports, (_, paper, marks) =>
    Promise.resolve(decideHandingOut(paper, marks, { copy, expectedVersion })),
  );
}

type Decide = (
  tx: TenantTransaction,
  paper: Paper,
  marks: readonly PaperMark[],
) => Promise<Outcome<Pick<PaperMark, 'kind' | 'place'>, PaperRefusal>>;

function mark(
  command: MarkPaper & { readonly evidenceId?: string },
  { operation, request }: { readonly operation: string; readonly request: object },
  { database, clock, papers, calendar }: MarkPaperPorts,
  decide: Decide,
): Promise<CommandResult<string, PaperRefusal>> {
  const { actor, idempotencyKey, paperId, expectedVersion, note, evidenceId } = command;
  const { tenantId, subject } = actor;
  const whole = { ...request, paperId, expectedVersion, note };
  const call = { tenantId, operation, subject, idempotencyKey, request: whole, keepForEver: true };
  return executeCommand<string, PaperRefusal>(database, call, async (tx) => {
    const paper = await papers.lock(tx, paperId);
    if (paper === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'paperId'] });
    const decision = await decide(tx, paper, await papers.marks(tx, paperId));
    if (!decision.ok) return decision;
    const at = clock.now();
    const localTime = await calendar.localTimeOf(tx, at);
    await papers.mark(tx, paper, {
      ...decision.value,
      ...{ by: subject, at, localTime },
      ...(note === undefined ? {} : { note }),
      ...(evidenceId === undefined ? {} : { evidenceId }),
    });
    return accept(paperId);
  });
}

/** Where the organisation appointed people to a place, only they and their delegates sign there. */
async function partiesOf(
  tx: TenantTransaction,
  subject: string,
  place: string,
  { standings, clock }: MarkPaperPorts,
): Promise<readonly string[] | undefined> {
  if ((await standings.membersOf(tx, [place])).length === 0) return undefined;
  return (await standings.actingAs(tx, subject, clock.now())).flatMap(({ parties }) => parties);
}
