import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, Int, ObjectType } from 'type-graphql';
import type { FactType } from '../../case-facts.model';
import { TimelineType } from './case-enums.gql';

@ObjectType({ description: 'A fact of an entry by name.' })
export class TimelineDetail {
  @Field(() => String, { description: 'Name, for example `dueAt`.' })
  name!: string;

  @Field(() => String, { description: 'Value as text.' })
  value!: string;
}

@ObjectType({ description: 'Something that happened to a case: what, when, who, and by which article.' })
export class TimelineEntry {
  @Field(() => Int, { description: 'Place in the history; equals the version of the case after it.' })
  sequence!: number;

  @Field(() => TimelineType, { description: 'What happened.' })
  type!: FactType;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Subject of who did it, or `system:` and a service; null where the complainant may not know.',
  })
  by!: string | null;

  @Field(() => String, { nullable: true, description: 'Stage of the regulation that it belongs to.' })
  stage!: string | null;

  @Field(() => String, { nullable: true, description: 'Article of the regulation, in the language of the request.' })
  article!: string | null;

  @Field(() => [TimelineDetail], { description: 'Its facts, without any text that people wrote.' })
  details!: readonly TimelineDetail[];
}
