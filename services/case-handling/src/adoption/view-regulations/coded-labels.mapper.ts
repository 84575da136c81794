import type { Label } from '@redress/regulations';
import { CodedLabel } from './labelled.gql';

/** Codes with their names in the graph. */
export function codedLabels(
  coded: readonly { readonly code: string; readonly label: Label }[] | undefined,
): readonly CodedLabel[] {
  return (coded ?? []).map(({ code, label }) => Object.assign(new CodedLabel(), { code, labels: label }));
}
