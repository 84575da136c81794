import { accept, refuse, type Outcome, type Refusal } from '@redress/kernel';
import { MAXIMUM_ORGANISATIONS, type AcrossQuestion, type AcrossRefusal } from './across-question.command';

const refused = (code: AcrossRefusal, path: readonly string[], more: Omit<Refusal<AcrossRefusal>, 'code'> = {}) =>
  refuse<AcrossRefusal>({ code, path, ...more });

/** The organisations that a question is put to, each once, in the order of their names; refuses what names none, or too many. */
export function organisationsAsked(
  operated: readonly string[],
  { organisations, positions, at }: AcrossQuestion,
): Outcome<readonly string[], AcrossRefusal> {
  if (at.position !== undefined) return refused('ANALYTICS_POSITION_OF_ONE_ORGANISATION', ['query', 'asOf']);
  const asked = [...new Set(organisations ?? operated)].sort();
  if (asked.length === 0) return refused('ANALYTICS_NO_ORGANISATION', ['organisations']);
  if (asked.length > MAXIMUM_ORGANISATIONS) {
    const limit = MAXIMUM_ORGANISATIONS;
    return refused('ANALYTICS_TOO_MANY_ORGANISATIONS', ['organisations'], { facts: { limit }, details: { limit } });
  }
  const seen = new Set<string>();
  for (const [index, { organisation }] of positions.entries()) {
    const path = ['asOf', String(index), 'organisation'];
    if (!asked.includes(organisation)) {
      return refused('ANALYTICS_ORGANISATION_NOT_ASKED', path, { facts: { organisation } });
    }
    if (seen.has(organisation)) return refused('ANALYTICS_ORGANISATION_TWICE', path, { facts: { organisation } });
    seen.add(organisation);
  }
  return accept(asked);
}

/**
 * Refuses an organisation that the operator's token does not name. One that does not exist is refused alike: who asks
 * learns nothing of what other organisations there are.
 */
export function notOperated(operated: readonly string[], organisation: string): Refusal<AcrossRefusal> | undefined {
  if (operated.includes(organisation)) return undefined;
  return {
    code: 'ANALYTICS_ORGANISATION_NOT_OPERATED',
    path: ['organisations'],
    facts: { organisation },
    details: { allowed: [...operated] },
  };
}

/** The refusal of an organisation that the token names and that nothing was ever heard of. */
export const unknownOrganisation = (organisation: string): Refusal<AcrossRefusal> => ({
  code: 'ANALYTICS_ORGANISATION_UNKNOWN',
  path: ['organisations'],
  facts: { organisation },
});
