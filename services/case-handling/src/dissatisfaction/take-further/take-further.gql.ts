import { Field, InputType, registerEnumType } from 'type-graphql';
import { CaseInput, casePayload } from '../../complaint-case/case-command/case-payload.gql';
import type { DissatisfactionPath as Path } from '../model/further-handling.model';

export const DissatisfactionPath: Readonly<Record<Path, Path>> = {
  LINKED_FORM: 'LINKED_FORM',
  SECOND_HANDLING: 'SECOND_HANDLING',
  VERIFY_THEN_FINAL: 'VERIFY_THEN_FINAL',
  APPEAL: 'APPEAL',
  HAND_TO_SUPERIOR: 'HAND_TO_SUPERIOR',
  BACK_TO_CAUSE_ANALYSIS: 'BACK_TO_CAUSE_ANALYSIS',
  REMEDIAL_MEASURES: 'REMEDIAL_MEASURES',
  EXTERNAL_BODY: 'EXTERNAL_BODY',
};
registerEnumType(DissatisfactionPath, {
  name: 'DissatisfactionPath',
  description: 'How handling goes on when somebody is not satisfied.',
  valuesConfig: {
    LINKED_FORM: { description: 'A second form, with the first attached.' },
    SECOND_HANDLING: { description: 'Back to the department for a second handling.' },
    VERIFY_THEN_FINAL: { description: 'Verification, then a final decision.' },
    APPEAL: { description: 'A superior, who did not decide before, decides.' },
    HAND_TO_SUPERIOR: { description: 'A superior takes the case over.' },
    BACK_TO_CAUSE_ANALYSIS: { description: 'Back to the analysis of the cause.' },
    REMEDIAL_MEASURES: { description: 'A further resolution on top of the first.' },
    EXTERNAL_BODY: { description: 'A regulator, an arbitration body or an association.' },
  },
});

@InputType({ description: 'How somebody who is not satisfied goes on.' })
export class TakeFurtherInput extends CaseInput {
  @Field(() => DissatisfactionPath, { description: 'One of `furtherPaths` of the case.' })
  path!: Path;

  @Field(() => String, { description: 'Why, in the words of whoever is not satisfied; 16,000 characters at most.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'For EXTERNAL_BODY: the code of the body.' })
  body?: string;

  @Field(() => String, { nullable: true, description: 'For EXTERNAL_BODY: the reference of the body, if known.' })
  reference?: string;
}

export const TakeFurtherPayload = casePayload('TakeFurther');

@InputType({ description: 'Which case to take over.' })
export class TakeOverInput extends CaseInput {}

export const TakeOverPayload = casePayload('TakeOver');
