import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, InputType } from 'type-graphql';
import { DurationInput } from '../../adoption/adopt-regulation/open-value.gql';
import { CaseInput, casePayload } from '../../complaint-case/case-command/case-payload.gql';

@InputType({ description: 'More time for a stage. Either `duration` or `until` is given.' })
export class RequestExtensionInput extends CaseInput {
  @Field(() => String, { description: 'Name of the stage in the regulation.' })
  stage!: string;

  @Field(() => DurationInput, { nullable: true, description: 'How much more time, from the due date on.' })
  duration?: DurationInput;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when.' })
  until?: Date;

  @Field(() => String, { description: 'Why; 16,000 characters at most.' })
  reason!: string;
}

export const RequestExtensionPayload = casePayload('RequestExtension');
