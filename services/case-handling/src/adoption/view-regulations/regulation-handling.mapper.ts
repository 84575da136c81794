import type { Regulation as RegulationModel } from '@redress/regulations';
import { codedLabels } from './coded-labels.mapper';
import type { Regulation } from './regulation.gql';
import {
  DissatisfactionProvision,
  RegulationPaperSection,
  RegulationMetric,
  RegulationPaper,
  RegulationParty,
  RegulationReport,
  RegulationSignatory,
} from './regulation-handling.gql';

type Parts = Pick<Regulation, 'parties' | 'papers' | 'dissatisfaction' | 'reports' | 'metrics' | 'signatories'>;

/** What of a regulation bears on how a matter is handled and reported. */
export function toHandlingParts(regulation: RegulationModel): Parts {
  return {
    parties: regulation.parties.map(({ party, kind, role, label }) =>
      Object.assign(new RegulationParty(), { party, kind, role, labels: label }),
    ),
    papers: regulation.papers.map(toPaper),
    dissatisfaction: regulation.dissatisfaction.map(toPath),
    reports: regulation.reports.map(({ report, label, period, dueDay, contents, quote }) =>
      Object.assign(new RegulationReport(), { report, labels: label, period, dueDay: dueDay ?? null, contents, quote }),
    ),
    metrics: regulation.metrics.map(({ metric, label, target, quote }) =>
      Object.assign(new RegulationMetric(), { metric, labels: label, target: target ?? null, quote }),
    ),
    signatories: (regulation.changeControl?.signatures ?? []).map(({ signatory, label, role }) =>
      Object.assign(new RegulationSignatory(), { signatory, labels: label, role }),
    ),
  };
}

function toPaper({ paper, kind, label, sections, copies, signatures, quote }: RegulationModel['papers'][number]) {
  return Object.assign(new RegulationPaper(), {
    ...{ paper, kind, labels: label, quote },
    sections: (sections ?? []).map(({ section, label: name, required }) =>
      Object.assign(new RegulationPaperSection(), { section, labels: name, required }),
    ),
    copies: (copies ?? []).map(({ copy, holder }) => ({ copy, holder })),
    signatures: signatures ?? [],
  });
}

function toPath({ path, open, backTo, maximumRounds, bodies, quote }: RegulationModel['dissatisfaction'][number]) {
  return Object.assign(new DissatisfactionProvision(), {
    ...{ path, open, backTo: backTo ?? null, maximumRounds: maximumRounds ?? null, quote },
    bodies: codedLabels(bodies?.map(({ body: code, label }) => ({ code, label }))),
  });
}
