import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ChangedComplaint, ChangeInput } from '../../complaint/change-complaint/changed-complaint.gql';

/** GraphQL input `MergeComplaintsInput`. */
@InputType({ description: 'Which complaint is a duplicate of which.' })
export class MergeComplaintsInput extends ChangeInput {
  @Field(() => ID, { description: 'Global id of the complaint under which the harm is settled.' })
  into!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Say `true` where the two are of different people and not of one order line, after making sure that the harm is one.',
  })
  otherPersonConfirmed!: boolean;
}

/** The GraphQL type `MergeComplaintsPayload`. */
@ObjectType({ description: 'The answer to `mergeComplaints`.' })
export class MergeComplaintsPayload extends ChangedComplaint {}

/** GraphQL input `UnmergeComplaintInput`. */
@InputType({ description: 'Which complaint is no duplicate after all.' })
export class UnmergeComplaintInput extends ChangeInput {}

/** The GraphQL type `UnmergeComplaintPayload`. */
@ObjectType({ description: 'The answer to `unmergeComplaint`.' })
export class UnmergeComplaintPayload extends ChangedComplaint {}
