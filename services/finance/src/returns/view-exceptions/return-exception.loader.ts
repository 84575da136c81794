import { toUserErrors, type GraphContext, type UserError } from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import type { CommandResult, Database } from '@redress/persistence';
import { isStaff } from '../../access/access.rules';
import type { ReturnException as ExceptionModel } from '../model/return-exception.model';
import type { ReturnException } from './return-exception.gql';
import { exceptionsById, exceptionsByReturn } from './return-exception.query';
import { toReturnException } from './to-return-exception.gql';

/** The exception that a mutation was about, or why it was refused. */
export interface ExceptionAnswer {
  readonly exception: ReturnException | null;
  readonly replayed: boolean;
  readonly userErrors: UserError[];
}

/** Finds exceptions for one request, many at once; only staff see any. */
export class ReturnExceptionLoader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async find({ viewer, loader }: GraphContext, id: string): Promise<ReturnException | null> {
    if (!isStaff(viewer)) return null;
    const reader = this.database.reader(viewer.tenantId);
    const found = await loader<string, ExceptionModel>('return-exception', (ids) => exceptionsById(reader, ids)).load(
      id,
    );
    return found === null ? null : toReturnException(found, this.clock.now());
  }

  async ofReturn({ viewer, loader }: GraphContext, returnId: string): Promise<ReturnException[]> {
    const reader = this.database.reader(viewer.tenantId);
    const name = 'return-exceptions-of-return';
    const found = await loader<string, ExceptionModel[]>(name, (ids) => exceptionsByReturn(reader, ids)).load(returnId);
    return (found ?? []).map((each) => toReturnException(each, this.clock.now()));
  }

  /** What a mutation answers: the exception as it is now. */
  async answer({ outcome, replayed }: CommandResult<string>, context: GraphContext): Promise<ExceptionAnswer> {
    if (!outcome.ok) return { exception: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const [found] = await exceptionsById(this.database.reader(context.viewer.tenantId), [outcome.value]);
    const exception = found === null || found === undefined ? null : toReturnException(found, this.clock.now());
    return { exception, replayed, userErrors: [] };
  }
}
