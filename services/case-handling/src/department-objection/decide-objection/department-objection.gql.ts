import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { CaseInput, casePayload } from '../../complaint-case/case-command/case-payload.gql';

@InputType({ description: 'The objection of a department.' })
export class ObjectAsDepartmentInput extends CaseInput {
  @Field(() => String, { description: 'The department: a party of the regulation, or the id of a unit.' })
  department!: string;

  @Field(() => String, { description: 'Why; 16,000 characters at most.' })
  reason!: string;
}
export const ObjectAsDepartmentPayload = casePayload('ObjectAsDepartment');

@InputType({ description: 'What the superior says of the objection of a department.' })
export class DecideDepartmentObjectionInput extends CaseInput {
  @Field(() => Boolean, { description: 'True: the responsibility is determined anew. False: it stands.' })
  uphold!: boolean;

  @Field(() => String, { description: 'Why; 16,000 characters at most.' })
  reason!: string;
}
export const DecideDepartmentObjectionPayload = casePayload('DecideDepartmentObjection');

@ObjectType({ description: 'The objection of a department. Not shown to the complainant.' })
export class DepartmentObjection {
  @Field(() => ID, { description: 'Id of the objection within its case.' })
  id!: string;

  @Field(() => String, { description: 'The department.' })
  department!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it was raised.' })
  raisedAt!: Date;

  @Field(() => String, { description: 'Subject of who raised it.' })
  raisedBy!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was upheld; null before the decision.' })
  upheld!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Why it was decided so.' })
  decision!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Subject of who decided.' })
  decidedBy!: string | null;
}
