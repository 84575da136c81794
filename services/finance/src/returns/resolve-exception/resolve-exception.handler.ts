import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { ExceptionResolution, ReturnException } from '../model/return-exception.model';
import { dueAfter } from '../model/return-policy.model';
import type { ReturnPolicies } from '../model/return-policy.repository';
import type { ReturnRefusal } from '../model/return.errors';
import { judgeDifferences } from '../take-in-goods/judge-differences.policy';
import type { TakingInPorts } from '../take-in-goods/take-in-goods.handler';
import { lockLines, type Concerned } from './locked-lines.policy';
import { placeGoods } from './place-goods.policy';
import { lineAfter, mayResolve, postsMore } from './resolve-exception.decide';
import { takeOff } from './take-off-goods.policy';
import { takeOverGoods } from './take-over-goods.policy';

export interface ResolveReturnException {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly exceptionId: string;
  readonly expectedVersion: number;
  readonly resolution: ExceptionResolution;
  readonly reason: string;
  /** Of the return that the decision is about. */
  readonly expectedReturnVersion?: number;
  /** The line on which goods are counted: unexpected ones, surplus ones, and those of a cancelled return. */
  readonly returnLineId?: string;
}

export interface ResolutionDependencies extends TakingInPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly policies: ReturnPolicies;
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
  { subject: by, exceptionId, returnLineId, ...told }: ResolveReturnException,
  dependencies: ResolutionDependencies,
): Promise<Outcome<string, ReturnRefusal>> {
  const { exceptions, receipts, clock } = dependencies;
  const seen = await exceptions.find(tx, exceptionId);
  if (seen === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'exceptionId'] });
  const isGoods = seen.kind === 'UNEXPECTED_GOODS' || seen.kind === 'MISMATCHED_LINE';
  const isTakenOver = seen.kind === 'CANCELLED_WITH_GOODS' && told.resolution === 'CORRECTED';
  const lineId = isGoods ? returnLineId : seen.returnLineId;
  const lineIds = [lineId, isTakenOver ? returnLineId : undefined].filter((id) => id !== undefined);
  // Returns are locked before what does not fit about them, here as when goods are taken in.
  const lines = await lockLines(tx, lineIds, dependencies);
  if (lineIds.some((id) => !lines.has(id))) return refuse({ code: 'NOT_FOUND', path: ['input', 'returnLineId'] });
  const concerned = lineId === undefined ? undefined : lines.get(lineId);
  const exception = (await exceptions.lock(tx, exceptionId)) ?? seen;
  const refusal = mayResolve(
    exception,
    { ...told, by },
    {
      postsMore: postsMore(concerned?.line, told.resolution, returnLineId !== undefined),
      recorders: await receipts.recordersOf(tx, exception),
      owners: [...lines.values()].map(({ authorisation }) => authorisation.owner),
      authorisation: concerned?.authorisation,
    },
  );
  if (refusal !== undefined) return refuse(refusal);
  const end = { resolution: told.resolution, reason: told.reason, by, at: clock.now() };
  const done = isGoods
    ? await placeGoods(tx, exception, concerned, end, dependencies)
    : isTakenOver && concerned !== undefined
      ? await takeOverGoods(tx, exception, { from: concerned, onto: lines.get(returnLineId ?? '') }, end, dependencies)
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
  const { onto, ...ending } = end;
  const { at, by } = ending;
  const isOpen = concerned?.authorisation.state === 'AUTHORISED';
  const counted = isOpen && onto !== undefined ? { countedOn: onto } : {};
  await exceptions.resolve(tx, exception, { ...ending, ...counted });
  if (concerned === undefined || !isOpen) return accept(undefined);
  const { authorisation: before, line } = concerned;
  const changed = lineAfter(line, exception, end.resolution);
  if (!changed.ok) return changed;
  if (exception.kind === 'SHORT_AND_OVERDUE' && end.resolution === 'CORRECTED') {
    await returns.askAfter(tx, before.id, dueAfter(at, await policies.of(tx)));
  }
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
  // Whoever decides about the return next is to have seen this, whatever it changed.
  await returns.save(tx, { before, after, events: [{ type: 'ReturnAdjusted', at, exceptionId: exception.id }] });
  const lineIds = [line.id, ...(onto === undefined ? [] : [onto])];
  await judgeDifferences(tx, after, { lineIds, by, at }, dependencies);
  return accept(undefined);
}
