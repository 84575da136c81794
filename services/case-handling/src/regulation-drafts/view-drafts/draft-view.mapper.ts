import { toGlobalId } from '@redress/graphql-runtime';
import type { RegulationProblem as Problem } from '@redress/regulations';
import { toRegulation } from '../../adoption/view-regulations/regulation-view.mapper';
import { restoredDraft, type StoredDraft } from './draft-rows.query';
import { RegulationDraft, type RegulationProblem } from './regulation-draft.gql';

/** A draft in the graph. */
export function toDraft(stored: StoredDraft): RegulationDraft {
  const { id, version, regulation, draftedBy, draftedAt, publication } = restoredDraft(stored, []);
  const effect = publication === undefined ? {} : { effectiveFrom: publication.effectiveFrom };
  return Object.assign(new RegulationDraft(), {
    id: toGlobalId('RegulationDraft', id),
    draftId: id,
    ...{ version, draftedBy, draftedAt },
    regulation: toRegulation({ regulation, own: true, ...effect }),
    publishedAt: publication?.publishedAt ?? null,
    publishedBy: publication?.publishedBy ?? null,
  });
}

/** A mistake in the graph. */
export function toProblem({ line, column, path, expected, found }: Problem): RegulationProblem {
  return { line, column: column ?? null, path, expected, found: found ?? null };
}
