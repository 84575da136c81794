import { Field, InputType, registerEnumType } from 'type-graphql';
import { CaseInput, casePayload } from '../case-command/case-payload.gql';
import type { PersonalOutcome } from './close-case.command';

export const ClosingOutcome: Readonly<Record<PersonalOutcome, PersonalOutcome>> = {
  RESOLVED: 'RESOLVED',
  NOT_ESTABLISHED: 'NOT_ESTABLISHED',
  WITHDRAWN: 'WITHDRAWN',
  ANSWERED: 'ANSWERED',
  ADOPTED: 'ADOPTED',
  NOT_ADOPTED: 'NOT_ADOPTED',
};
registerEnumType(ClosingOutcome, {
  name: 'ClosingOutcome',
  description: 'The outcomes that a person may close a case with.',
  valuesConfig: {
    RESOLVED: { description: 'The complainant was told and nothing is left to pay.' },
    NOT_ESTABLISHED: { description: 'The investigation did not find the complaint valid.' },
    WITHDRAWN: { description: 'The complainant withdrew it, before agreeing to a resolution.' },
    ANSWERED: { description: 'The item is no complaint and was answered.' },
    ADOPTED: { description: 'The suggestion was answered and is adopted.' },
    NOT_ADOPTED: { description: 'The suggestion was answered and is not adopted.' },
  },
});

@InputType({ description: 'Which case to close, and how it ended.' })
export class CloseCaseInput extends CaseInput {
  @Field(() => ClosingOutcome, { description: 'How it ended.' })
  outcome!: PersonalOutcome;
}

export const CloseCasePayload = casePayload('CloseCase');
