import { Field, InputType, registerEnumType } from 'type-graphql';
import { CaseInput, casePayload } from '../case-command/case-payload.gql';
import type { PersonalOutcome } from './close-case.command';

export const ClosingOutcome: Readonly<Record<PersonalOutcome, PersonalOutcome>> = {
  RESOLVED: 'RESOLVED',
  NOT_ESTABLISHED: 'NOT_ESTABLISHED',
  WITHDRAWN: 'WITHDRAWN',
};
registerEnumType(ClosingOutcome, {
  name: 'ClosingOutcome',
  description: 'The outcomes that a person may close a case with.',
  valuesConfig: {
    RESOLVED: { description: 'The complainant was told and nothing is left to pay.' },
    NOT_ESTABLISHED: { description: 'The investigation did not find the complaint valid.' },
    WITHDRAWN: { description: 'The complainant withdrew it, before agreeing to a resolution.' },
  },
});

@InputType({ description: 'Which case to close, and how it ended.' })
export class CloseCaseInput extends CaseInput {
  @Field(() => ClosingOutcome, { description: 'How it ended.' })
  outcome!: PersonalOutcome;
}

export const CloseCasePayload = casePayload('CloseCase');
