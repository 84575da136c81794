import { InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../case-command/case-payload.gql';

@InputType({ description: 'Which case to accept.' })
export class AcceptCaseInput extends CaseInput {}

export const AcceptCasePayload = casePayload('AcceptCase');
