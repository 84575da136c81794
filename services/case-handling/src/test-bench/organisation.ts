import { complaintRegistered } from '@redress/contracts';
import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { type FakeProducer, aRegistration, type Registered } from './fake-producer';
import type { Answer, Person, RunningService } from './running-service';

export interface CaseView {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly state: string;
  readonly outcome: string | null;
  readonly availableActions: readonly {
    readonly action: string;
    readonly stage: string | null;
    readonly dueAt: string | null;
  }[];
  readonly clocks: readonly { readonly stage: string; readonly state: string; readonly overdue: boolean }[];
  readonly resolutions: readonly {
    readonly id: string;
    readonly state: string;
    readonly returnReason: string | null;
    readonly returnMaximum: { readonly amount: string } | null;
    readonly remedies: readonly { readonly id: string; readonly settlementState: string | null }[];
  }[];
  readonly timeline: readonly { readonly sequence: number; readonly type: string; readonly by: string | null }[];
}

export interface Payload {
  readonly case: CaseView | null;
  readonly replayed: boolean;
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly path: readonly string[] | null;
    readonly details: Record<string, unknown> | null;
  }[];
}

const VIEW = `id number version state outcome
  availableActions { action stage dueAt }
  clocks { stage state overdue }
  resolutions { id state returnReason returnMaximum { amount } remedies { id settlementState } }
  timeline { sequence type by }`;

const SETTINGS = {
  timeZone: 'Asia/Shanghai',
  calendar: 'cn',
  openValues: [
    { key: 'followUpWithin', duration: { amount: 7, unit: 'CALENDAR_DAYS' } },
    {
      key: 'authority',
      authority: [
        { role: 'SUPERVISOR', currency: 'CNY', maximum: '1000.00' },
        { role: 'MANAGER', currency: 'CNY', maximum: '10000.00' },
      ],
    },
  ],
};

/** An organisation of a test's own: adopted regulation, registered staff, people of each role. */
export class Organisation {
  readonly tenant = `org-${newId().slice(-12)}`;
  readonly admin = this.person('ada', 'admin');
  readonly agent = this.person('an', 'agent');
  readonly li = this.person('li', 'handler');
  readonly zhao = this.person('zhao', 'handler');
  readonly wu = this.person('wu', 'supervisor');
  readonly qin = this.person('qin', 'manager');
  readonly auditor = this.person('shen', 'auditor');

  private constructor(
    readonly service: RunningService,
    private readonly intake: FakeProducer,
  ) {}

  static async found(service: RunningService, intake: FakeProducer): Promise<Organisation> {
    const organisation = new Organisation(service, intake);
    await organisation.adopt();
    for (const handler of [organisation.li, organisation.zhao]) {
      await organisation.mutate(organisation.admin, 'registerStaffMember', 'RegisterStaffMemberInput', {
        subject: handler.subject,
        name: handler.subject.toUpperCase(),
        roles: ['HANDLER'],
      });
    }
    return organisation;
  }

  person(subject: string, role: Person['role'], customer?: string): Person {
    return { tenant: this.tenant, subject, role, ...(customer === undefined ? {} : { customer }) };
  }

  customer(customerId: string): Person {
    return this.person(`customer-${customerId.slice(-6)}`, 'customer', customerId);
  }

  adopt(changes: object = {}): Promise<Record<string, never> & { readonly userErrors: Payload['userErrors'] }> {
    return this.mutate(
      this.admin,
      'adoptRegulation',
      'AdoptRegulationInput',
      {
        regulation: 'company-24h-3wd-7wd',
        version: 1,
        effectiveFrom: '2026-01-01T00:00:00.000Z',
        ...SETTINGS,
        ...changes,
      },
      'adoption { id regulation { code version } }',
    );
  }

  /** Tells of a complaint and waits for its case. */
  async open(registered: Registered = aRegistration()): Promise<{ registered: Registered; view: CaseView }> {
    await this.register(registered);
    const view = await eventually(() => this.byNumber(registered.number), { what: `case ${registered.number}` });
    return { registered, view };
  }

  async register(...registrations: readonly Registered[]): Promise<void> {
    await this.intake.tellMany(
      this.tenant,
      registrations.map((data) => ({
        aggregate: { id: data.complaintId, version: 1 },
        events: [{ definition: complaintRegistered, data }],
      })),
    );
  }

  async byNumber(number: string, person: Person = this.wu): Promise<CaseView | null> {
    const { case: found } = await this.read<{ case: CaseView | null }>(
      person,
      `query ($number: String!) { case: caseByNumber(number: $number) { ${VIEW} } }`,
      { number },
    );
    return found;
  }

  /** The case once it fulfils a condition. */
  until(number: string, condition: (view: CaseView) => boolean): Promise<CaseView> {
    const probe = async () => {
      const view = await this.byNumber(number);
      return view !== null && condition(view) ? view : undefined;
    };
    return eventually(probe, { what: `the condition on ${number}` });
  }

  async read<Data>(person: Person, query: string, variables: object = {}): Promise<Data> {
    const answer = await this.service.ask(person, query, variables);
    if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
    return answer.data as Data;
  }

  /** A mutation on a case at the version that was last seen of it. */
  act(person: Person, mutation: string, view: CaseView, input: object = {}): Promise<Payload> {
    const { id: caseId, version: expectedVersion } = view;
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    return this.mutate<Payload>(person, mutation, type, { caseId, expectedVersion, ...input }, `case { ${VIEW} }`);
  }

  /** The same, which has to be accepted. */
  async done(person: Person, mutation: string, view: CaseView, input: object = {}): Promise<CaseView> {
    const { case: after, userErrors } = await this.act(person, mutation, view, input);
    if (after === null) throw new Error(`${mutation}: ${JSON.stringify(userErrors)}`);
    return after;
  }

  async mutate<Answered extends { readonly userErrors: Payload['userErrors'] }>(
    person: Person,
    mutation: string,
    inputType: string,
    input: object,
    selection = '',
  ): Promise<Answered> {
    const answer = await this.attempt(person, mutation, inputType, input, selection);
    if (answer.errors !== undefined) throw new Error(`${mutation}: ${JSON.stringify(answer.errors)}`);
    return answer.data?.[mutation] as Answered;
  }

  attempt(person: Person, mutation: string, inputType: string, input: object, selection = ''): Promise<Answer> {
    return this.service.ask(
      person,
      `mutation ($input: ${inputType}!) { ${mutation}(input: $input) {
        ${selection} replayed userErrors { code message path details { maximum { amount } currentVersion currentState allowed } }
      } }`,
      { input: { idempotencyKey: newId(), ...input } },
    );
  }
}
