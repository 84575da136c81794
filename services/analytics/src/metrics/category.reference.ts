import type { ResolveReferences } from '@redress/graphql-runtime';

/**
 * Categories belong to intake; analytics adds figures to whatever it is given. An id of another organisation has no
 * complaints here, and so no figures.
 */
export const categoryReferences: ResolveReferences = async (representations) =>
  representations.map(({ id }) => ({ id }));
