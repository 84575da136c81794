import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { ReturnAuthorisation } from '../model/return-authorisation.model';
import type { ExceptionResolution, ReturnException } from '../model/return-exception.model';
import { dueAfter } from '../model/return-policy.model';
import type { ReturnPolicies } from '../model/return-policy.repository';
import type { ReturnLine } from '../model/return-line.model';
import type { ReturnRefusal } from '../model/return.errors';
import { judgeDifferences } from '../take-in-goods/judge-differences.policy';
import type { TakingInPorts } from '../take-in-goods/take-in-goods.handler';
import { placeGoods } from './place-goods.policy';
import { lineAfter, mayResolve, postsMore } from './resolve-exception.decide';
import { takeOff } from './take-off-goods.policy';

export interface ResolveReturnException {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly exceptionId: string;
  readonly expectedVersion: number;
  readonly resolution: ExceptionResolution;
  readonly reason: string;
  /** The line on which goods are counted that nobody found a return for, or that were counted on a wrong line. */
  readonly returnLineId?: string;
}

export interface ResolutionDependencies extends TakingInPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly policies: ReturnPolicies;
}

/** The return and the line that a decision is about, locked. */
export interface Concerned {
  readonly authorisation: ReturnAuthorisation;
  readonly line: ReturnLine;
}

/** Ends an exception as a person decides, and does what follows from it. The answer is its id. */
export function resolveReturnException(
  command: ResolveReturnException,
  dependencies: ResolutionDependencies,
): Promise<CommandResult<string, ReturnRefusal>> {
  const { tenantId, subject, idempotencyKey, ...request } = command;
  const operation = 'resolveReturnException';
  const identity = { tenantId, operation, subject, idempotencyKey, request, keepForEver: true };
  return executeCommand<string, ReturnRefusal>(dependencies.database, identity, (tx) =>
    resolve(tx, command, dependencies),
  );
}

async function resolve(
  tx: TenantTransaction,
  { subject: by, exceptionId, expectedVersion, resolution, reason, returnLineId }: ResolveReturnException,
  dependencies: ResolutionDependencies,
): Promise<Outcome<string, ReturnRefusal>> {
  const { exceptions, receipts, clock } = dependencies;
  const seen = await exceptions.find(tx, exceptionId);
  if (seen === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'exceptionId'] });
  const isGoods = seen.kind === 'UNEXPECTED_GOODS' || seen.kind === 'MISMATCHED_LINE';
  const lineId = isGoods ? returnLineId : seen.returnLineId;
  // Returns are locked before what does not fit about them, here as when goods are taken in.
  const concerned = lineId === undefined ? undefined : await lockLine(tx, lineId, dependencies);
  if (lineId !== undefined && concerned === undefined) {
    return refuse({ code: 'NOT_FOUND', path: ['input', 'returnLineId'] });
  }
  const exception = (await exceptions.lock(tx, exceptionId)) ?? seen;
  const refusal = mayResolve(
    exception,
    { resolution, reason, by, expectedVersion },
    {
      postsMore: postsMore(concerned?.line, resolution, returnLineId !== undefined),
      recorders: await receipts.recordersOf(tx, exception),
      authorisation: concerned?.authorisation,
    },
  );
  if (refusal !== undefined) return refuse(refusal);
  const end = { resolution, reason, by, at: clock.now() };
  const done = isGoods
    ? await placeGoods(tx, exception, concerned, end, dependencies)
    : await changeLine(tx, exception, concerned, { ...end, onto: returnLineId }, dependencies);
  return done.ok ? accept(exceptionId) : done;
}

interface End {
  readonly resolution: ExceptionResolution;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  /** The line on which surplus goods are counted instead. */
  readonly onto: string | undefined;
}

async function changeLine(
  tx: TenantTransaction,
  exception: ReturnException,
  concerned: Concerned | undefined,
  end: End,
  dependencies: ResolutionDependencies,
): Promise<Outcome<void, ReturnRefusal>> {
  const { exceptions, returns, policies } = dependencies;
  await exceptions.resolve(tx, exception, end);
  if (concerned?.authorisation.state !== 'AUTHORISED') return accept(undefined);
  const { authorisation: before, line } = concerned;
  const changed = lineAfter(line, exception, end.resolution);
  if (!changed.ok) return changed;
  if (exception.kind === 'SHORT_AND_OVERDUE' && end.resolution === 'CORRECTED') {
    await returns.askAfter(tx, before.id, dueAfter(end.at, await policies.of(tx)));
  }
  const { at, by, onto } = end;
  const { miscounted } = changed.value;
  const target = before.lines.find(({ id }) => id === onto);
  if (onto !== undefined && (target === undefined || target === line || miscounted === 0n)) {
    return refuse({ code: 'NOT_FOUND', path: ['input', 'returnLineId'] });
  }
  if (miscounted > 0n) await takeOff(tx, line.id, { quantity: miscounted, onto, at }, dependencies);
  const lines = before.lines.map((each) => {
    if (each === line) return changed.value.line;
    return each === target ? { ...each, received: each.received + miscounted } : each;
  });
  const after = { ...before, lines };
  await returns.save(tx, { before, after, events: [] });
  const lineIds = [line.id, ...(onto === undefined ? [] : [onto])];
  await judgeDifferences(tx, after, { lineIds, by, at }, dependencies);
  return accept(undefined);
}

async function lockLine(
  tx: TenantTransaction,
  lineId: string,
  { returns }: ResolutionDependencies,
): Promise<Concerned | undefined> {
  const id = await returns.idOfLine(tx, lineId);
  const authorisation = id === undefined ? undefined : await returns.lock(tx, id);
  const line = authorisation?.lines.find((each) => each.id === lineId);
  return authorisation === undefined || line === undefined ? undefined : { authorisation, line };
}
