import { PublicError, requireRole, toGlobalId, type CursorCodec, type GraphContext } from '@redress/graphql-runtime';
import { hasRole, ROLES, STAFF_ROLES } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, Directive, Int, Query, Resolver } from 'type-graphql';
import { Change, ChangeConnection } from './changes.gql';
import { changesAfter, type ChangeRow } from './changes.query';
import { CUSTOMER_VISIBLE_TYPES, graphqlTypeOf } from './change-types.model';

const PAGE_COST =
  '@listSize(assumedSize: 25, slicingArguments: ["first"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)';
const DEFAULT_PAGE = 25;
const LARGEST_PAGE = 100;
const MOST_TYPES = 50;

@Resolver()
export class ChangesResolver {
  constructor(private readonly database: Database) {}

  @Directive('@authenticated')
  @Directive(PAGE_COST)
  @Query(() => ChangeConnection, {
    description:
      'Everything that happened, in order, without gaps: the reliable way to follow. Staff see all, a customer what concerns their own complaints.',
  })
  async changes(
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from; the beginning unless told.' })
    after: string | null | undefined,
    @Arg('types', () => [String], { nullable: true, description: 'Only these types of event.' })
    types: string[] | null | undefined,
    @Arg('first', () => Int, { nullable: true, description: 'How many, 1 to 100; 25 unless told.' })
    first: number | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<ChangeConnection> {
    const viewer = requireRole(context, ...ROLES);
    const limit = pageSize(first);
    const wanted = types ?? undefined;
    if (wanted !== undefined && wanted.length > MOST_TYPES) {
      throw new PublicError('FILTER_INVALID', `At most ${MOST_TYPES} types.`, { limit: MOST_TYPES });
    }
    const scope = `changes/${viewer.tenantId}`;
    const from = typeof after === 'string' ? BigInt(context.cursors.decode(scope, after).id) : 0n;
    const staff = hasRole(viewer, ...STAFF_ROLES);
    const rows = await changesAfter(this.database.reader(viewer.tenantId), {
      after: from,
      types: staff ? wanted : CUSTOMER_VISIBLE_TYPES.filter((type) => wanted?.includes(type) ?? true),
      limit: limit + 1,
      ...(staff ? {} : { customerId: viewer.customerId ?? '' }),
    });
    return toConnection(rows.slice(0, limit), { scope, cursors: context.cursors, from, more: rows.length > limit });
  }
}

function pageSize(first: number | null | undefined): number {
  const size = first ?? DEFAULT_PAGE;
  if (size < 1 || size > LARGEST_PAGE) {
    throw new PublicError('PAGE_SIZE_INVALID', `first must be from 1 to ${LARGEST_PAGE}.`, { limit: LARGEST_PAGE });
  }
  return size;
}

function toConnection(
  rows: readonly ChangeRow[],
  page: { readonly scope: string; readonly cursors: CursorCodec; readonly from: bigint; readonly more: boolean },
): ChangeConnection {
  const cursorAt = (position: string): string => page.cursors.encode(page.scope, { key: 0, id: position });
  const edges = rows.map((row) => ({ cursor: cursorAt(row.position), node: toChange(row) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: page.more,
      hasPreviousPage: page.from > 0n,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? cursorAt(page.from.toString()),
    },
  };
}

function toChange(row: ChangeRow): Change {
  return {
    id: row.event_id,
    position: BigInt(row.position),
    type: row.type,
    subject: toGlobalId(graphqlTypeOf(row.aggregate_type), row.aggregate_id),
    subjectVersion: row.aggregate_version,
    occurredAt: row.occurred_at,
    complaint: row.complaint_id === null ? null : { id: toGlobalId('Complaint', row.complaint_id) },
  };
}
