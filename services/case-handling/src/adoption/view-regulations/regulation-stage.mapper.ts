import { ROLES } from '@redress/kernel';
import type { Regulation } from '@redress/regulations';
import { RegulationStage, type StageDeadline } from './regulation.gql';

type Stage = Regulation['stages'][number];

/** A stage in the graph. */
export function toStage({ parties }: Regulation, provision: Stage): RegulationStage {
  const { stage, kind, isoStage, label, article, performers, deadline } = provision;
  const performing = parties.filter(({ party }) => performers.includes(party));
  const roles = new Set<string>([...performers, ...performing.map(({ role }) => role)]);
  return Object.assign(new RegulationStage(), {
    ...{ stage, kind, isoStage, labels: label, articles: article ?? label },
    performers: ROLES.filter((role) => roles.has(role)),
    parties: performing.map(({ party }) => party),
    when: provision.when ?? null,
    after: provision.after ?? [],
    optional: provision.optional ?? false,
    immediate: provision.immediate ?? false,
    paper: provision.paper ?? null,
    quote: provision.quote,
    deadline: deadline === undefined ? null : toDeadline(deadline),
  });
}

function toDeadline(deadline: NonNullable<Stage['deadline']>): StageDeadline {
  const { startsAt, quote } = deadline;
  return 'openValue' in deadline
    ? { duration: null, openValue: deadline.openValue, startsAt, quote }
    : {
        duration: { amount: deadline.amount, maximum: deadline.maximum ?? null, unit: deadline.unit },
        openValue: null,
        startsAt,
        quote,
      };
}
