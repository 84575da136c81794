import type { Regulation } from '@redress/regulations';
import { eventually } from '@redress/testkit';
import { expectAccepted } from '../support/organisation';
import type { Cast, Member } from './cast';

/** A stage as the graph shows it. */
export interface SeenStage {
  readonly stage: string;
  readonly kind: string;
  readonly state: string;
  readonly approvals: number;
  readonly missing: readonly string[];
  readonly clock: SeenClock | null;
}

export interface SeenClock {
  readonly stage: string;
  readonly state: string;
  readonly startedAt: string;
  readonly targetAt: string | null;
  readonly dueAt: string;
  readonly overdue: boolean;
}

/** A case as the players look at it. */
export interface SeenCase {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly state: string;
  readonly outcome: string | null;
  readonly assignee: { readonly subject: string } | null;
  readonly stages: readonly SeenStage[];
  readonly clocks: readonly SeenClock[];
  readonly resolutions: readonly { readonly state: string }[];
}

const CASE = `query Case($number: String!) {
  caseByNumber(number: $number) {
    id number version state outcome assignee { subject }
    stages { stage kind state approvals missing clock { stage state startedAt targetAt dueAt overdue } }
    clocks { stage state startedAt targetAt dueAt overdue }
    resolutions { state }
  }
}`;

/** So often nothing changes a case between a look at it and an act: whoever conflicts as often has a fault. */
const MOST_CONFLICTS = 20;

/** What the people of a play decide where a text leaves it to them. */
export interface Choices {
  readonly remedies?: readonly object[];
  readonly validity?: string;
}

/** That the system refused an act. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** One case, performed by the people that its regulation names. */
export class Play {
  constructor(
    readonly regulation: Regulation,
    readonly cast: Cast,
    readonly number: string,
    readonly complaintId: string,
    readonly choices: Choices = {},
  ) {}

  /** The same case, in which people decide otherwise. */
  choosing(choices: Choices): Play {
    return new Play(this.regulation, this.cast, this.number, this.complaintId, { ...this.choices, ...choices });
  }

  /** The case as staff see it, once it fulfils the condition. */
  see(until: (seen: SeenCase) => boolean = () => true, what = 'the case'): Promise<SeenCase> {
    return eventually(
      async () => {
        const { caseByNumber } = await this.cast
          .of('auditor')
          .person.read<{ caseByNumber: SeenCase | null }>(CASE, { number: this.number });
        if (caseByNumber === null) throw new Error(`${what} of ${this.number} is not there`);
        if (!until(caseByNumber)) throw new Error(`${what}: last seen ${JSON.stringify(caseByNumber)}`);
        return caseByNumber;
      },
      { what, timeoutMs: 45_000, intervalMs: 30 },
    );
  }

  async clock(stage: string): Promise<SeenClock> {
    const { clocks } = await this.see(
      (seen) => seen.clocks.some((clock) => clock.stage === stage),
      `the clock of ${stage}`,
    );
    const clock = clocks.findLast((each) => each.stage === stage);
    if (clock === undefined) throw new Error(`no clock measures ${stage}`);
    return clock;
  }

  stageProvision(stage: string): Regulation['stages'][number] {
    const found = this.regulation.stages.find((each) => each.stage === stage);
    if (found === undefined) throw new Error(`${this.regulation.id} has no stage ${stage}`);
    return found;
  }

  /** A mutation on the case as it is now; a clock may have added to it in between, then again. */
  async act(member: Member, mutation: string, input: object = {}): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const { id, version } = await this.see();
      const payload = await member.person.act(mutation, { caseId: id, expectedVersion: version, ...input });
      if (attempt < MOST_CONFLICTS && payload.userErrors[0]?.code === 'VERSION_CONFLICT') continue;
      const [refusal] = payload.userErrors;
      if (refusal !== undefined) {
        const allowed = refusal.details?.allowed?.join(', ') ?? '';
        throw new Refused(
          refusal.code,
          `${member.subject}: ${mutation} ${JSON.stringify(input)}: ${refusal.code} ${refusal.message} ${allowed}`,
        );
      }
      expectAccepted(payload);
      return;
    }
  }
}
