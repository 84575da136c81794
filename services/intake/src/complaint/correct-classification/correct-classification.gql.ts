import { Field, InputType, ObjectType } from 'type-graphql';
import { ChangedComplaint, ChangeInput } from '../change-complaint/changed-complaint.gql';
import { ClassificationInput } from '../view-matter/matter-input.gql';

/** GraphQL input `CorrectClassificationInput`. */
@InputType({ description: 'What a complaint really is.' })
export class CorrectClassificationInput extends ChangeInput {
  @Field(() => String, { nullable: true, description: 'Code of its category; unchanged unless told.' })
  categoryCode?: string;

  @Field(() => [ClassificationInput], {
    nullable: true,
    description: 'Values on axes other than the category; axes that are not named stay as they are.',
  })
  classification?: ClassificationInput[];
}

/** The GraphQL type `CorrectClassificationPayload`. */
@ObjectType({ description: 'The answer to `correctClassification`.' })
export class CorrectClassificationPayload extends ChangedComplaint {}
