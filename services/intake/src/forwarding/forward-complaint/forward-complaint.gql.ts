import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ChangedComplaint } from '../../complaint/change-complaint/changed-complaint.gql';
import type { ForwardingMeans as MeansName } from '../model/forwarding.model';
import { ForwardingMeans } from '../view-forwardings/forwarding.gql';

/** GraphQL input `ConfirmForwardingInput`. */
@InputType({ description: 'That the receiver of a forwarded complaint confirmed that they have it.' })
export class ConfirmForwardingInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the complaint.' })
  complaintId!: string;

  @Field(() => Int, { description: 'The version of the complaint that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'What the receiver said; 500 characters at most.' })
  receipt?: string;
}

/** GraphQL input `ForwardComplaintInput`. */
@InputType({ description: 'Where a complaint that is out of scope goes: `unitId` or `organisation`, not both.' })
export class ForwardComplaintInput {
  @Field(() => String, {
    description: 'Chosen by the client, 1 to 128 characters: a repeated call is answered as the first.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the complaint.' })
  complaintId!: string;

  @Field(() => Int, { description: 'The version of the complaint that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Code of a unit of the organisation.' })
  unitId?: string;

  @Field(() => String, { nullable: true, description: 'Somebody outside, for example an authority.' })
  organisation?: string;

  @Field(() => ForwardingMeans, { description: 'How it is handed on.' })
  means!: MeansName;

  @Field(() => String, { description: 'Why it is out of scope; 1 to 1,000 characters, without personal data.' })
  reason!: string;
}

/** The GraphQL type `ForwardComplaintPayload`. */
@ObjectType({ description: 'The answer to `forwardComplaint`.' })
export class ForwardComplaintPayload extends ChangedComplaint {}

/** The GraphQL type `ConfirmForwardingPayload`. */
@ObjectType({ description: 'The answer to `confirmForwarding`.' })
export class ConfirmForwardingPayload extends ChangedComplaint {}
