import {
  caseMerged,
  caseOpened,
  caseUnmerged,
  regulationAdopted,
  staffStandingChanged,
  type EventData,
} from '@redress/contracts';
import { newId } from '@redress/kernel';
import type { FakeCase, FakeCaseHandling } from '../../test-bench/fake-case-handling';

type Opened = EventData<typeof caseOpened>;
type Standing = EventData<typeof staffStandingChanged>;

/** A matter of a plain complaint, of which nothing was judged. */
export const PLAIN_MATTER: NonNullable<Opened['matter']> = {
  itemType: 'COMPLAINT',
  written: false,
  complainantKind: 'CONSUMER',
  persons: 1,
  raised: 1,
  classification: {},
  assessment: {},
  card: {},
  sameWithinMonth: 1,
  repeat: false,
};

/** What case handling tells of an organisation of a test's own: its regulation, its people and its cases. */
export class ToldOrganisation {
  constructor(
    private readonly producer: FakeCaseHandling,
    private readonly tenantId: string,
    private readonly regulation: { readonly id: string; readonly version: number },
  ) {}

  /** The organisation adopts the regulation; `authority` fills in what the text leaves open. */
  async adopt(
    openValues: Readonly<Record<string, unknown>>,
    changes: Partial<EventData<typeof regulationAdopted>> = {},
  ): Promise<void> {
    const adoptionId = newId();
    await this.producer.append(this.tenantId, { id: adoptionId, version: 1 }, regulationAdopted, {
      adoptionId,
      regulation: this.regulation,
      effectiveFrom: '2020-01-01T00:00:00.000Z',
      adoptedAt: new Date().toISOString(),
      adoptedBy: 'admin-1',
      settings: { timeZone: 'Asia/Shanghai', calendar: 'cn', openValues } as EventData<
        typeof regulationAdopted
      >['settings'],
      ...changes,
    });
  }

  /** A member of staff with an appointment to parties of the regulation. */
  async appoint(subject: string, parties: readonly string[], changes: Partial<Standing> = {}): Promise<void> {
    const { staffId = newId(), staffVersion = 1 } = changes;
    await this.producer.append(this.tenantId, { id: staffId, version: staffVersion }, staffStandingChanged, {
      ...{ staffId, staffVersion, subject, active: true, parties: [...parties], at: new Date().toISOString() },
      ...changes,
    });
  }

  /** The opening of a case under the regulation. */
  open(fakeCase: FakeCase, changes: Partial<Opened> = {}): Promise<void> {
    const now = new Date().toISOString();
    return fakeCase.tell(caseOpened, {
      ...fakeCase.key(),
      ...{ number: `C-${fakeCase.id.slice(-6)}`, customerId: fakeCase.customerId, channel: 'PHONE' },
      ...{ categoryId: newId(), categoryCode: 'product-quality', regulation: this.regulation },
      ...{ receivedAt: now, openedAt: now, clocks: [], matter: PLAIN_MATTER },
      ...changes,
    });
  }

  merge(duplicate: FakeCase, main: FakeCase): Promise<void> {
    return duplicate.tell(caseMerged, { ...duplicate.key(), ...this.by(), mergedInto: main.id });
  }

  unmerge(duplicate: FakeCase, main: FakeCase): Promise<void> {
    return duplicate.tell(caseUnmerged, { ...duplicate.key(), ...this.by(), mergedInto: main.id, reopened: false });
  }

  private by() {
    return { at: new Date().toISOString(), by: 'agent-1' };
  }
}
