import { randomBytes } from 'node:crypto';
import { FINGERPRINT_BYTES, type MasterKeys } from './master-keys';
import { open, seal } from './sealed';

/** Whose data a key protects: one customer of one tenant. */
export interface DataSubject {
  readonly tenantId: string;
  readonly customerId: string;
}

/** The key of one data subject. Destroying its wrapped form erases everything that was sealed with it. */
export interface SubjectKey {
  /** Seals a text for the row and column that `place` names. */
  sealText(place: string, text: string): Buffer;
  openText(place: string, sealed: Buffer): string;
}

/** Makes a key for a new data subject, with the wrapped form that is stored. */
export function newSubjectKey(masters: MasterKeys, subject: DataSubject): { key: SubjectKey; wrapped: Buffer } {
  const [master] = masters.keys;
  const secret = randomBytes(32);
  const wrapped = Buffer.concat([master.fingerprint, seal(master.wrapping, contextOf(subject, 'key'), secret)]);
  return { key: subjectKey(secret, subject), wrapped };
}

/** Unwraps a stored key. Throws `Error` when its master key is not among those of this installation. */
export function openSubjectKey(masters: MasterKeys, subject: DataSubject, wrapped: Buffer): SubjectKey {
  const fingerprint = wrapped.subarray(0, FINGERPRINT_BYTES);
  const master = masters.keys.find((candidate) => candidate.fingerprint.equals(fingerprint));
  if (master === undefined) throw new Error(`no master key with fingerprint ${fingerprint.toString('hex')}`);
  return subjectKey(open(master.wrapping, contextOf(subject, 'key'), wrapped.subarray(FINGERPRINT_BYTES)), subject);
}

function subjectKey(secret: Buffer, subject: DataSubject): SubjectKey {
  return {
    sealText: (place, text) => seal(secret, contextOf(subject, place), Buffer.from(text)),
    openText: (place, sealed) => open(secret, contextOf(subject, place), sealed).toString(),
  };
}

function contextOf({ tenantId, customerId }: DataSubject, place: string): string {
  return `${tenantId}\n${customerId}\n${place}`;
}
