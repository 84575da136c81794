import { BigIntScalar, DateTimeScalar, PageInfo } from '@redress/graphql-runtime';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: 'A registered complaint.' })
export class Complaint {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;
}

@ObjectType({ description: 'One published event.' })
export class Change {
  @Field(() => ID, { description: 'Id of the event; the same in every delivery.' })
  id!: string;

  @Field(() => BigIntScalar, { description: 'Place in the feed; contiguous within the organisation.' })
  position!: bigint;

  @Field(() => String, { description: 'Type of the event, for example `case-handling.case.closed`.' })
  type!: string;

  @Field(() => ID, { description: 'Global id of what changed; usable with `node`.' })
  subject!: string;

  @Field(() => Int, { description: 'Version of what changed, after this event.' })
  subjectVersion!: number;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  occurredAt!: Date;

  @Field(() => Complaint, { nullable: true, description: 'The complaint that it belongs to, where there is one.' })
  complaint!: Complaint | null;
}

@ObjectType({ description: 'A change with its place in the feed.' })
export class ChangeEdge {
  @Field(() => String, { description: 'Pass it as `after` to go on from here.' })
  cursor!: string;

  @Field(() => Change, { description: 'The change.' })
  node!: Change;
}

@ObjectType({ description: 'A page of the change feed, oldest first.' })
export class ChangeConnection {
  @Field(() => [ChangeEdge], { description: 'The changes, each with its cursor.' })
  edges!: ChangeEdge[];

  @Field(() => [Change], { description: 'The changes alone.' })
  nodes!: Change[];

  @Field(() => PageInfo, {
    description: '`endCursor` is there even for an empty page, so that a reader can go on from it later.',
  })
  pageInfo!: PageInfo;
}
