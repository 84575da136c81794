import 'reflect-metadata';
import { ArgsType, Directive, Field, Int, ObjectType } from 'type-graphql';
import type { ClassType } from 'type-graphql';
import type { Connection } from './connection';

/** Shared GraphQL type `PageInfo`. */
@Directive('@shareable')
@ObjectType({ description: 'Where a page lies in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are more elements after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there are elements before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first element of this page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last element of this page; pass it as `after`.' })
  endCursor!: string | null;
}

/** Shared GraphQL type `TotalCount`. */
@Directive('@shareable')
@ObjectType({ description: 'How many elements a list has in all.' })
export class TotalCount {
  @Field(() => Int, { description: 'The number, or the limit of counting when there are more.' })
  value!: number;

  @Field(() => Boolean, { description: 'False when there are more than `value`.' })
  exact!: boolean;
}

/** Arguments of every list; extend it with `where` and `orderBy`. */
@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'How many from the start or after `after`, 1 to 100; 25 unless told.',
  })
  first?: number;

  @Field(() => String, { nullable: true, description: 'Only elements after this cursor.' })
  after?: string;

  @Field(() => Int, { nullable: true, description: 'How many from the end or before `before`, 1 to 100.' })
  last?: number;

  @Field(() => String, { nullable: true, description: 'Only elements before this cursor.' })
  before?: string;
}

/** Tells the gateway's cost limit how long a list can be; put it on every field that answers a connection. */
export const ListCost = (): MethodDecorator & PropertyDecorator =>
  Directive(
    '@listSize(assumedSize: 25, slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)',
  );

/**
 * Makes the GraphQL types `<Name>Connection` and `<Name>Edge` for an object type. `Name` is the class's name unless told.
 */
export function connectionType<Node extends object>(
  NodeType: ClassType<Node>,
  name: string = NodeType.name,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `A ${name} with its place in a list.` })
  class EdgeType {
    @Field(() => String, { description: 'The place in the list; opaque, good for this list only.' })
    cursor!: string;

    @Field(() => NodeType, { description: 'The element.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'The elements, each with its cursor.' })
    edges!: EdgeType[];

    @Field(() => [NodeType], { description: 'The elements alone.' })
    nodes!: Node[];

    @Field(() => PageInfo, { description: 'Where this page lies in the list.' })
    pageInfo!: PageInfo;

    @Field(() => TotalCount, { description: 'How many there are in all; counted only when asked for.' })
    totalCount!: TotalCount;
  }

  return ConnectionType as unknown as ClassType<Connection<Node>>;
}
