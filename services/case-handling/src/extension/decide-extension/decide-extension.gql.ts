import { Field, ID, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../../complaint-case/case-command/case-payload.gql';

@InputType({ description: 'Whether a stage is given more time.' })
export class DecideExtensionInput extends CaseInput {
  @Field(() => ID, { description: 'Id of the extension within its case.' })
  extensionId!: string;

  @Field(() => Boolean, { description: 'Whether it is approved.' })
  approved!: boolean;

  @Field(() => String, { nullable: true, description: 'For the files; needed to say why it is refused.' })
  note?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What the complainant is told of the delay and its reason; the expected date is added. Needed for an approval where the regulation asks for notice.',
  })
  notice?: string;
}

export const DecideExtensionPayload = casePayload('DecideExtension');
