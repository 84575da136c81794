import {
  fromGlobalId,
  ListCost,
  readConnection,
  requireRole,
  toUserErrors,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import { STAFF_ROLES, type Clock, type Refusal, type Role } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import { holdsOneOf } from '../../complaint-case/model/case.rules';
import { unfitIdempotencyKey } from '../../idempotency-key.rules';
import {
  publishLibraryEntry,
  reviewLibraryEntry,
  submitLibraryEntry,
  type EntryCall,
  type EntryResult,
} from '../edit-entry/edit-entry.handler';
import type { StoredLibraryEntry } from '../model/library-entry.model';
import type { LibraryEntries } from '../model/library-entry.repository';
import { LIBRARIANS, loadLibraryEntry, toLibraryEntry } from './library.reference';
import { LIBRARY_COLUMNS } from './library-rows.query';
import {
  LibraryArgs,
  LibraryEntry,
  LibraryEntryConnection,
  LibraryEntryPayload,
  PublishLibraryEntryInput,
  ReviewLibraryEntryInput,
  SubmitLibraryEntryInput,
} from './library.gql';

const SEARCHED = ['l.title', 'l.facts', 'l.handling', 'l.lessons'];

@Resolver(() => LibraryEntry)
export class LibraryResolver {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly entries: LibraryEntries,
  ) {}

  @Directive('@authenticated')
  @ListCost()
  @Query(() => LibraryEntryConnection, {
    description: 'The case library, the newest first; for all staff what is published.',
  })
  libraryEntries(
    @Args(() => LibraryArgs) args: LibraryArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<LibraryEntry>> {
    const viewer = requireRole(context, ...STAFF_ROLES);
    const conditions = [
      'l.tenant_id = :tenantId',
      ...(holdsOneOf(viewer, LIBRARIANS) ? [] : ["l.state = 'PUBLISHED'"]),
      ...(args.state ? ['l.state = :state'] : []),
      ...(args.category ? ['l.category_code = :category'] : []),
      ...(args.text ? [`(${SEARCHED.map((column) => `${column} LIKE :text`).join(' OR ')})`] : []),
    ];
    const list = {
      name: 'library',
      order: { name: 'proposed-desc', column: 'l.proposed_at', direction: 'descending' },
      idColumn: 'l.id',
      select: LIBRARY_COLUMNS,
      from: 'library_entry l',
      where: conditions.join(' AND '),
      params: {
        ...(args.state ? { state: args.state } : {}),
        ...(args.category ? { category: args.category } : {}),
        ...(args.text ? { text: `%${args.text.replace(/[\\%_]/g, '\\$&')}%` } : {}),
      },
    } as const;
    const reader = this.database.reader(viewer.tenantId);
    return readConnection<StoredLibraryEntry, LibraryEntry>(context, reader, list, args, toLibraryEntry);
  }

  @Directive('@authenticated')
  @Mutation(() => LibraryEntryPayload, { description: 'Submits an edited entry of the case library for review.' })
  submitLibraryEntry(
    @Arg('input', () => SubmitLibraryEntryInput, { description: 'The entry.' }) input: SubmitLibraryEntryInput,
    @Ctx() context: GraphContext,
  ): Promise<LibraryEntryPayload> {
    const { title, facts, handling, lessons, confirmedAnonymous } = input;
    return this.answer(input, context, ['handler', 'supervisor', 'manager'], (call) =>
      submitLibraryEntry(this.dependencies, call, { title, facts, handling, lessons, confirmedAnonymous }),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => LibraryEntryPayload, { description: 'Approves an entry or sends it back; never one’s own.' })
  reviewLibraryEntry(
    @Arg('input', () => ReviewLibraryEntryInput, { description: 'The review.' }) input: ReviewLibraryEntryInput,
    @Ctx() context: GraphContext,
  ): Promise<LibraryEntryPayload> {
    const request = { approved: input.approved, note: input.note ?? undefined };
    return this.answer(input, context, ['supervisor', 'manager'], (call) =>
      reviewLibraryEntry(this.dependencies, call, request),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => LibraryEntryPayload, { description: 'Publishes an approved entry to all staff.' })
  publishLibraryEntry(
    @Arg('input', () => PublishLibraryEntryInput, { description: 'Which.' }) input: PublishLibraryEntryInput,
    @Ctx() context: GraphContext,
  ): Promise<LibraryEntryPayload> {
    return this.answer(input, context, ['supervisor', 'manager'], (call) =>
      publishLibraryEntry(this.dependencies, call),
    );
  }

  private get dependencies() {
    return { database: this.database, clock: this.clock, entries: this.entries };
  }

  private async answer(
    input: { readonly idempotencyKey: string; readonly entryId: string; readonly expectedVersion: number },
    context: GraphContext,
    roles: readonly Role[],
    handle: (call: EntryCall) => Promise<EntryResult>,
  ): Promise<LibraryEntryPayload> {
    const actor = requireRole(context, ...roles);
    const { idempotencyKey, expectedVersion } = input;
    const unfit = unfitIdempotencyKey(idempotencyKey);
    if (unfit !== undefined) return refused([unfit], context);
    const entryId = fromGlobalId('LibraryEntry', input.entryId);
    const { outcome, replayed } = await handle({ actor, idempotencyKey, entryId, expectedVersion });
    if (!outcome.ok) return refused(outcome.refusals, context);
    const entry = await loadLibraryEntry(this.database, context, outcome.value.entryId);
    return { entry, replayed, userErrors: [] };
  }
}

function refused(refusals: readonly Refusal[], context: GraphContext): LibraryEntryPayload {
  return { entry: null, replayed: false, userErrors: toUserErrors(refusals, context) };
}
