import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { ChangedComplaint, ChangeInput } from '../change-complaint/changed-complaint.gql';
import { FactInput } from '../view-matter/matter-input.gql';

/** GraphQL input `AssessComplaintInput`. */
@InputType({ description: 'What was found out or judged of a complaint.' })
export class AssessComplaintInput extends ChangeInput {
  @Field(() => [FactInput], {
    nullable: true,
    description: 'Facts that its regulation declares; an empty value takes a fact back.',
  })
  assessment?: FactInput[];

  @Field(() => Int, { nullable: true, description: 'How many complain together.' })
  persons?: number;

  @Field(() => Int, { nullable: true, description: 'How often the complainant has brought it forward.' })
  raised?: number;
}

/** The GraphQL type `AssessComplaintPayload`. */
@ObjectType({ description: 'The answer to `assessComplaint`.' })
export class AssessComplaintPayload extends ChangedComplaint {}
