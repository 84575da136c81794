import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRegulation, type Regulation } from '@redress/regulations';
import { expectAccepted } from '../../support/organisation';
import type { UserError } from '../../support/act';
import type { Cast } from '../cast';
import { adopt, signatoriesOf } from '../founding';

const FILE = join(__dirname, 'riverside-bicycles.json');

/** The file of a bicycle rental, as its owner would write it. */
export const BICYCLES: Regulation = readRegulation(FILE, readFileSync(FILE, 'utf8'));

/** On what terms the bicycle rental adopts it. */
export const TERMS = {
  regulation: BICYCLES.id,
  version: 1,
  effectiveFrom: '2026-01-01T00:00:00.000Z',
  timeZone: 'Europe/London',
  calendar: 'uk-england-and-wales',
  openingHours: {
    weekly: [
      ...['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'].map((weekday) => ({
        weekday,
        windows: [
          { from: '09:00', to: '13:00' },
          { from: '14:00', to: '18:00' },
        ],
      })),
    ],
  },
  openValues: [
    { key: 'replyWithin', duration: { amount: 1, unit: 'WORKING_DAYS' } },
    { key: 'authority', authority: [{ holder: 'shop-keeper', currency: 'GBP', maximum: '500.00' }] },
    { key: 'retention', duration: { amount: 3, unit: 'YEARS' } },
  ],
};

/** A later moment, for adoptions that are to fail for another reason than their date. */
export const LATER = { effectiveFrom: '2026-03-01T00:00:00.000Z' };

/** What drafting, signing and publishing answer. */
export interface Drafted {
  readonly draft: { readonly id: string; readonly version: number; readonly missingSignatories: string[] } | null;
  readonly problems: readonly { readonly line: number; readonly path: string; readonly expected: string }[];
  readonly userErrors: readonly UserError[];
}

const DRAFTED = 'draft { id version missingSignatories } problems { line path expected }';

/** Hands a file in through the graph. */
export function draft(cast: Cast, document: unknown): Promise<Drafted> {
  return cast.of('admin').person.act<Drafted>('draftRegulation', { document }, DRAFTED);
}

/** Brings the file into the running system as its text demands: drafted, signed by both, published, adopted. */
export async function bringIn(cast: Cast): Promise<void> {
  let { draft: current } = expectAccepted(await draft(cast, JSON.parse(readFileSync(FILE, 'utf8'))));
  const on = () => ({ draftId: current?.id, expectedVersion: current?.version });
  for (const { signatory, member } of await signatoriesOf(cast, BICYCLES)) {
    expect(current?.missingSignatories).toContain(signatory);
    const unsigned = await cast
      .of('admin')
      .person.act<Drafted>('publishRegulation', { ...on(), effectiveFrom: TERMS.effectiveFrom }, DRAFTED);
    expect(unsigned.userErrors.map(({ code }) => code)).toEqual(['CASE_SIGNATURES_MISSING']);
    const signed = await member.person.act<Drafted>('signRegulation', { ...on(), signatory }, DRAFTED);
    ({ draft: current } = expectAccepted(signed));
  }
  expect(current?.missingSignatories).toEqual([]);
  expectAccepted(
    await cast
      .of('admin')
      .person.act<Drafted>('publishRegulation', { ...on(), effectiveFrom: TERMS.effectiveFrom }, DRAFTED),
  );
  await adopt(cast, TERMS);
}
