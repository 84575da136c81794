import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { Regulation } from '@redress/regulations';
import type { CategoryBook } from '../../category/model/category-book.repository';
import type { Person } from '../../customer/model/visibility.rules';
import type { AdoptionBook } from '../../regulation/model/adoption-book.repository';
import { regulationOf } from '../../regulation/model/adoption.model';
import { changesBetween, categoryCodeOr, type ComplaintChange } from '../model/complaint-change.model';
import type { ComplaintChanges, LockedComplaint } from '../model/complaint-changes.repository';
import type { Complaint } from '../model/complaint.model';
import { judgeMatter } from '../model/judge-matter.rules';
import { CATEGORY_AXIS, type Matter, type Origin } from '../model/matter.model';

/** What a change of a complaint needs around it. */
export interface ChangePorts {
  readonly database: Database;
  readonly complaintChanges: ComplaintChanges;
  readonly categories: CategoryBook;
  readonly adoptions: AdoptionBook;
  readonly clock: Clock;
}

/** A change that somebody asks for, with the version that they saw. */
export interface ChangeCommand {
  readonly operation: string;
  readonly idempotencyKey: string;
  readonly complaintId: string;
  readonly expectedVersion: number;
  readonly reason: string;
  /** The whole request, by which a repeated call is known. */
  readonly request: object;
}

/** What a person states of a complaint, before the rules have looked at it. */
export interface StatedMatter {
  readonly matter: Matter;
  readonly category: string;
  readonly origins: Readonly<Record<string, Origin>>;
  /** The level so far. */
  readonly level?: string | undefined;
  /** The facts that are theirs, as a change names them. */
  readonly stated: ReadonlySet<string>;
}

export type ChangeRefusal =
  | 'NOT_FOUND'
  | 'VERSION_CONFLICT'
  | 'INTAKE_REASON_OUT_OF_BOUNDS'
  | 'INTAKE_COMPLAINT_WITHOUT_REGULATION'
  | 'INTAKE_CATEGORY_UNKNOWN';

type Decide<Code extends string> = (complaint: Complaint, regulation: Regulation) => Outcome<StatedMatter, Code>;
type AfterChange = (tx: TenantTransaction, changes: readonly ComplaintChange[], at: Date) => Promise<void>;

export const REASON_LENGTH_AT_MOST = 1_000;

/** Changes what is known or judged of a complaint, once for each idempotency key; the answer is the complaint's id. */
export async function changeComplaint<Code extends string>(
  command: ChangeCommand,
  { tenantId, subject }: Person,
  ports: ChangePorts,
  decide: Decide<Code>,
  after: AfterChange = () => Promise.resolve(),
): Promise<CommandResult<string, Code | ChangeRefusal>> {
  const { operation, idempotencyKey, request, reason } = command;
  const call = { tenantId, operation, subject, idempotencyKey, request };
  return executeCommand<string, Code | ChangeRefusal>(ports.database, call, async (tx) => {
    const unreasonable = reasonProblem(reason);
    if (unreasonable !== undefined) return refuse(unreasonable);
    const locked = await lockAt(tx, command, ports);
    if (!locked.ok) return locked;
    const now = ports.clock.now();
    const { card } = locked.value;
    const regulation = regulationOf(await ports.adoptions.read(tx, now), card.regulation);
    if (regulation === undefined) {
      return refuse({ code: 'INTAKE_COMPLAINT_WITHOUT_REGULATION', path: ['complaintId'] });
    }
    const decided = decide(card, regulation);
    if (!decided.ok) return decided;
    const changes = await reassess(
      tx,
      { complaint: locked.value, regulation, by: subject, now, reason },
      decided.value,
      ports,
    );
    if (!changes.ok) return changes;
    await after(tx, changes.value, now);
    return accept(command.complaintId);
  });
}

/** Stores what follows from a statement by the rules of the regulation; nothing where nothing changes. */
export async function reassess(
  tx: TenantTransaction,
  { complaint, regulation, by, now, reason }: Reassessing,
  { stated, ...draft }: StatedMatter,
  { categories, complaintChanges }: Pick<ChangePorts, 'categories' | 'complaintChanges'>,
): Promise<Outcome<readonly ComplaintChange[], 'INTAKE_CATEGORY_UNKNOWN'>> {
  const { card } = complaint;
  const fromText = card.judgement.suggestions.filter((suggestion) => suggestion.by === 'TEXT');
  const judged = judgeMatter(regulation, { ...draft, fromText }, { ...card, now });
  const code = categoryCodeOr(judged, card.category);
  const category = code === card.category.code ? card.category : await categories.findByCode(tx, code);
  if (category === undefined) {
    return refuse({
      code: 'INTAKE_CATEGORY_UNKNOWN',
      path: [CATEGORY_AXIS],
      facts: { categoryCode: code.slice(0, 64) },
    });
  }
  const next = { matter: judged.matter, category, judgement: judged.judgement };
  const changes = changesBetween(card, next, { stated, reason });
  if (changes.length > 0) await complaintChanges.save(tx, { complaint, next, changes, by, at: now });
  return accept(changes);
}

interface Reassessing {
  readonly complaint: LockedComplaint;
  readonly regulation: Regulation;
  readonly by: string;
  readonly now: Date;
  readonly reason: string | undefined;
}

/** Locks the complaint as the caller saw it. */
export async function lockAt(
  tx: TenantTransaction,
  { complaintId, expectedVersion }: Pick<ChangeCommand, 'complaintId' | 'expectedVersion'>,
  { complaintChanges }: Pick<ChangePorts, 'complaintChanges'>,
): Promise<Outcome<LockedComplaint, ChangeRefusal>> {
  const [complaint] = await complaintChanges.lock(tx, [complaintId]);
  if (complaint === undefined) return refuse({ code: 'NOT_FOUND', path: ['complaintId'] });
  return complaint.version === expectedVersion
    ? accept(complaint)
    : refuse({ code: 'VERSION_CONFLICT', path: ['expectedVersion'], details: { currentVersion: complaint.version } });
}

/** Whoever changes what others rely on says why. */
export function reasonProblem(reason: string) {
  if (reason.trim() !== '' && reason.length <= REASON_LENGTH_AT_MOST) return undefined;
  const limit = REASON_LENGTH_AT_MOST;
  return { code: 'INTAKE_REASON_OUT_OF_BOUNDS', path: ['reason'], facts: { limit }, details: { limit } } as const;
}

/** A complaint as it stands, as the beginning of a change. What nobody gave an origin was given by a person. */
export function asItStands({ matter, category, judgement }: Complaint): Omit<StatedMatter, 'stated'> {
  const given = Object.fromEntries(
    [CATEGORY_AXIS, ...Object.keys(matter.classification)].map((axis) => [axis, 'PERSON']),
  );
  const origins = { ...given, ...judgement.origins } as Record<string, Origin>;
  return { matter, category: category.code, origins, level: judgement.level?.level };
}
