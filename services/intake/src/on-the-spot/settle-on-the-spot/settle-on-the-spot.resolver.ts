import { readMoney, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { accept, type Outcome } from '@redress/kernel';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answerChange } from '../../complaint/change-complaint/change-answer';
import { readRegistration } from '../../complaint/register-complaint/read-registration.gql';
import type { OnTheSpot } from '../model/on-the-spot.model';
import { SettleOnTheSpotInput, SettleOnTheSpotPayload } from './settle-on-the-spot.gql';
import { settleOnTheSpot, type OnTheSpotPorts } from './settle-on-the-spot.handler';

/** Settles complaints at once. */
@Resolver()
export class SettleOnTheSpotResolver {
  constructor(private readonly ports: OnTheSpotPorts) {}

  @Mutation(() => SettleOnTheSpotPayload, {
    description:
      'Registers a complaint and settles it at once, by whom and up to what amount the regulation in force lets the ' +
      'front line settle. Beyond that it is refused, with the maximum and who may. For front-line staff.',
  })
  settleOnTheSpot(
    @Arg('input', () => SettleOnTheSpotInput, { description: 'The complaint, and what was done.' })
    input: SettleOnTheSpotInput,
    @Ctx() context: GraphContext,
  ): Promise<SettleOnTheSpotPayload> {
    const person = requireRole(context, 'agent', 'handler', 'supervisor');
    const { remedy, amount, account, slip, ...registration } = input;
    return answerChange(this.ports.database, input, context, async () => {
      const command = readRegistration(registration);
      if (!command.ok) return { outcome: command, replayed: false };
      const money = readAmount(amount);
      if (!money.ok) return { outcome: money, replayed: false };
      const settlement = { remedy, account, ...money.value, ...(slip ? { slip: { ...slip } } : {}) };
      const call = { person, idempotencyKey: input.idempotencyKey };
      const { outcome, replayed } = await settleOnTheSpot(command.value, settlement, call, this.ports);
      return { outcome: outcome.ok ? accept(outcome.value.complaintId) : outcome, replayed };
    });
  }
}

function readAmount(amount: SettleOnTheSpotInput['amount'] | null): Outcome<Pick<OnTheSpot, 'amount'>> {
  if (amount === undefined || amount === null) return accept({});
  const read = readMoney(amount, ['amount']);
  return read.ok ? accept({ amount: read.value }) : read;
}
