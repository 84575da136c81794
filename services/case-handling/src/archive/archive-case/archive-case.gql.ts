import { Field, ID, InputType } from 'type-graphql';
import { CaseInput, casePayload } from '../../complaint-case/case-command/case-payload.gql';

@InputType({ description: 'Which case is archived.' })
export class ArchiveCaseInput extends CaseInput {}

@InputType({ description: 'Why a file must not be destroyed.' })
export class PlaceLegalHoldInput extends CaseInput {
  @Field(() => String, { description: 'The reason; 16,000 characters at most.' })
  reason!: string;
}

@InputType({ description: 'Which hold ends.' })
export class LiftLegalHoldInput extends CaseInput {
  @Field(() => ID, { description: 'Id of the hold within its case.' })
  holdId!: string;
}

@InputType({ description: 'Why a file is to be destroyed.' })
export class ProposeDestructionInput extends CaseInput {
  @Field(() => String, { description: 'The reason; 16,000 characters at most.' })
  reason!: string;
}

@InputType({ description: 'Which file is destroyed.' })
export class ConfirmDestructionInput extends CaseInput {}

export const ArchiveCasePayload = casePayload('ArchiveCase');
export const PlaceLegalHoldPayload = casePayload('PlaceLegalHold');
export const LiftLegalHoldPayload = casePayload('LiftLegalHold');
export const ProposeDestructionPayload = casePayload('ProposeDestruction');
export const ConfirmDestructionPayload = casePayload('ConfirmDestruction');
