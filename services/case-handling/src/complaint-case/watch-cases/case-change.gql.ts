import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, Int, ObjectType } from 'type-graphql';
import type { FactType } from '../../case-facts.model';
import { Case } from '../view-cases/case.gql';
import { TimelineType } from '../view-cases/case-enums.gql';

@ObjectType('CaseChange', { description: 'A hint that something happened to a case.' })
export class CaseChanged {
  @Field(() => Int, { description: 'Version of the case after it; a gap means that a hint was lost.' })
  sequence!: number;

  @Field(() => TimelineType, { description: 'What happened.' })
  type!: FactType;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => Case, { nullable: true, description: 'The case as it is now.' })
  case!: Case | null;
}
