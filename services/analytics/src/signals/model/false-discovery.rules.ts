/**
 * Benjamini and Hochberg: which of many findings to believe so that, in the mean, no more than the share `rate` of
 * those believed is chance. Without anything to find, the chance of believing any is at most `rate`.
 */
export function believed(probabilities: readonly number[], rate: number): readonly boolean[] {
  const ascending = [...probabilities].sort((left, right) => left - right);
  const threshold = ascending.reduce(
    (highest, probability, index) => (probability <= (rate * (index + 1)) / ascending.length ? probability : highest),
    -1,
  );
  return probabilities.map((probability) => probability <= threshold);
}
