const REASON_LENGTH_AT_MOST = 1_000;

/** Whoever changes what others rely on says why. */
export function reasonProblem(reason: string) {
  if (reason.trim() !== '' && reason.length <= REASON_LENGTH_AT_MOST) return undefined;
  const limit = REASON_LENGTH_AT_MOST;
  return { code: 'INTAKE_REASON_OUT_OF_BOUNDS', path: ['reason'], facts: { limit }, details: { limit } } as const;
}
