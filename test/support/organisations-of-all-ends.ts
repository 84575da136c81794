import type { TestSystem } from '@redress/testkit';
import { expected as bankBranch } from '../regulations/expected/bank-branch';
import { expected as consumerAffairs } from '../regulations/expected/consumer-affairs';
import { expected as healthCentre } from '../regulations/expected/health-centre';
import { expected as manufacturer } from '../regulations/expected/manufacturer-yymmcc';
import { expected as market } from '../regulations/expected/market-3wd';
import { castFor } from '../regulations/cast';
import type { Expectations } from '../regulations/expectations';
import { BICYCLES, bringIn } from '../regulations/forty-fifth/own-regulation';
import { begin } from '../regulations/founding';
import { stageUnder } from '../regulations/stage-under';
import type { Stage } from '../regulations/step';
import type { MovedSystem } from './moved-system';
import type { Organisations } from './made-complaint';
import { expectAccepted, foundOrganisation } from './organisation';

const yearIn = (hours: number): string => String(new Date(Date.now() + hours * 3_600_000).getUTCFullYear());

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

const RENTAL: Expectations = {
  regulation: BICYCLES.id,
  usual: {
    ...{ channel: 'STORE', categoryCode: 'bicycle' },
    card: { bicycle: 'RB-7', riddenOn: '2026-04-01', deposit: '2000' },
  },
};

/** A bicycle rental that has brought in a regulation of its own. */
async function foundRental(system: MovedSystem): Promise<Stage> {
  const cast = await castFor(system, BICYCLES);
  await bringIn(cast);
  const started: Stage['begin'] = (...told) => begin(cast, BICYCLES, RENTAL, ...told);
  return { system, regulation: BICYCLES, expected: RENTAL, cast, begin: started };
}

/** Founds an organisation for each regulation that is needed so that every end is possible somewhere. */
export async function foundAllOrganisations(running: TestSystem): Promise<Organisations> {
  const moveTo = () => Promise.reject(new Error('the clock of this system stands where it is'));
  const system = { ...running, now: () => new Date(), moveTo };
  const company = await foundOrganisation(running);
  // The year of the organisation, whose day begins before that of UTC, and the next one if that is near.
  for (const period of new Set([8, 32].map(yearIn)))
    expectAccepted(await company.people.manager.act('setGoodwillBudget', { period, amount: yuan('1000000.00') }));
  const affairs = await stageUnder(system, {
    ...consumerAffairs,
    adoptedAuthority: [
      { role: 'FINANCE', currency: 'CNY', maximum: '150.00' },
      { holder: 'cs-department', currency: 'CNY', maximum: '200.00' },
      { role: 'SUPERVISOR', currency: 'CNY', maximum: '300.00' },
      { role: 'MANAGER', currency: 'CNY' },
    ],
  });
  return {
    ...{ company, affairs, market: await stageUnder(system, market) },
    ...{ maker: await stageUnder(system, manufacturer), centre: await stageUnder(system, healthCentre) },
    ...{ branch: await stageUnder(system, bankBranch), rental: await foundRental(system) },
  };
}
