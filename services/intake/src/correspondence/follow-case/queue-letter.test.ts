import type { TenantTransaction } from '@redress/persistence';
import { anAdoption } from '../../testing/builders';
import type { AddressedComplaint } from '../model/addressed-complaint.repository';
import type { LetterFile } from '../model/letter-file.repository';
import type { NewLetter, Telling } from '../model/letter.model';
import { composeLetter } from '../send-letters/compose-letter.handler';
import { readShippedLetters } from '../templates/shipped-letters';
import { nameHandler, type QueueLetterPorts } from './queue-letter.handler';

const RECEIVED_AT = new Date('2026-11-20T02:00:00.000Z');
const tx = { tenantId: 'acme' } as TenantTransaction;
const key = { sealText: () => Buffer.alloc(0), openText: () => '' };

function underRegulation(tells: Telling[], channels?: ['EMAIL']) {
  const adoption = anAdoption();
  const provision = { quote: 'x', tells, ...(channels === undefined ? {} : { channels }) };
  return anAdoption({ regulation: { ...adoption.regulation, acknowledgement: [provision] } });
}

function portsWith(adoption: ReturnType<typeof anAdoption>, email: string | undefined) {
  const entered: NewLetter[] = [];
  const complaint: AddressedComplaint = {
    ...{ id: 'complaint', customerId: 'customer', number: 'A-1', channel: 'PHONE', receivedAt: RECEIVED_AT },
    preferredLanguage: 'en',
    addressee: { key, identity: email === undefined ? {} : { email } },
  };
  const setting = { organisationName: 'Acme', defaultLanguage: 'en', acknowledgeAlways: false, version: 0 } as const;
  const shipped = readShippedLetters();
  const ports = {
    complaints: { find: () => Promise.resolve(complaint) },
    outbox: {
      enter: (_: unknown, letter: NewLetter) => {
        entered.push(letter);
        return Promise.resolve(true);
      },
    },
    templates: {
      readSetting: () => Promise.resolve(setting),
      find: (_: unknown, { purpose, language }: NewLetter) =>
        Promise.resolve(shipped.find(purpose, language, undefined)),
    },
    adoptions: { read: () => Promise.resolve([adoption]) },
    clock: { now: () => RECEIVED_AT },
    newId: () => 'letter',
  };
  return { entered, ports: ports as unknown as QueueLetterPorts };
}

const assigned = { complaintId: 'complaint', source: 'assigned:1', requestedBy: 'supervisor-1' };

describe('a handler', () => {
  it('is named to the complainant where the regulation wants them to know', async () => {
    const { entered, ports } = portsWith(underRegulation(['HANDLER_NAME']), 'a@example.com');
    await nameHandler(tx, assigned, ports);
    expect(entered).toMatchObject([
      { purpose: 'HANDLER_NAMED', language: 'en', medium: 'EMAIL', source: 'assigned:1' },
    ]);
  });

  it.each([
    ['it does not', underRegulation(['NUMBER']), 'a@example.com'],
    ['it wants it over other channels only', underRegulation(['HANDLER_NAME'], ['EMAIL']), 'a@example.com'],
    ['nobody can be written to', underRegulation(['HANDLER_NAME']), undefined],
  ])('is not where %s', async (_, adoption, email) => {
    const { entered, ports } = portsWith(adoption, email);
    await nameHandler(tx, assigned, ports);
    expect(entered).toEqual([]);
  });
});

describe('an acknowledgement', () => {
  const letter = (tells: Telling[]): LetterFile => ({
    ...{ id: 'letter', complaintId: 'complaint', purpose: 'ACKNOWLEDGEMENT', language: 'en', medium: 'EMAIL' },
    ...{ state: 'SENDING', replyId: undefined, tells, failures: 0, round: 1, version: 1 },
    ...{ sealedText: undefined, sealedContent: undefined },
    complaint: { number: 'A-1', channel: 'EMAIL', receivedAt: RECEIVED_AT },
    addressee: { key, identity: { name: 'Jane' } },
  });
  const write = (tells: Telling[]) => {
    const { ports } = portsWith(anAdoption(), 'a@example.com');
    const caseFacts = { read: () => Promise.reject(new Error('nobody is asked for an acknowledgement')) };
    return composeLetter(tx, letter(tells), { ...ports, caseFacts });
  };

  it('tells process and time nodes where the regulation wants them told, in the time of the organisation', async () => {
    const { body, told } = await write(['RECEIPT', 'PROCESS', 'TIME_NODES', 'EXPECTED_REPLY', 'HANDLER_NAME']);
    expect(body).toContain('We received your complaint on 20 November 2026 at 10:00.');
    expect(body).toMatch(/How it is handled:\n- /);
    expect(body).toMatch(/By when:\n- .*: 21 November 2026 at 10:00/);
    expect(body).toContain('You will hear from us by');
    // Who handles it is not known yet, and therefore was not told.
    expect(told).toEqual(['RECEIPT', 'PROCESS', 'TIME_NODES', 'EXPECTED_REPLY']);
  });

  it('tells none of it where it does not', async () => {
    const { body, told } = await write(['RECEIPT']);
    expect(body).not.toMatch(/How it is handled|By when|You will hear/);
    expect(told).toEqual(['RECEIPT']);
  });
});
