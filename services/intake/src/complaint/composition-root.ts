import { newId, type Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { CategoryBook } from '../category/model/category-book.repository';
import { mysqlTextClassifier } from '../classification/adapters/text-classifier.repository-mysql';
import { mysqlComplaintHistory } from '../duplicate/adapters/complaint-history.repository-mysql';
import { mysqlComplaintLinks } from '../duplicate/adapters/complaint-links.repository-mysql';
import { MergeComplaintsResolver } from '../duplicate/merge-complaints/merge-complaints.resolver';
import { RecordSimilarCheckResolver } from '../duplicate/record-similar-check/record-similar-check.resolver';
import { DuplicatesResolver } from '../duplicate/view-duplicates/duplicates.resolver';
import { SimilarComplaintsResolver, SimilarOfCustomerResolver } from '../duplicate/view-similar/similar.resolver';
import type { MasterKeys } from '../personal-data/master-keys';
import type { AdoptionBook } from '../regulation/model/adoption-book.repository';
import { ComplaintFormResolver } from '../regulation/view-complaint-form/complaint-form.resolver';
import { mysqlComplaintChanges } from './adapters/complaint-changes.repository-mysql';
import { AssessComplaintResolver } from './assess-complaint/assess-complaint.resolver';
import { ConvertItemResolver } from './convert-item/convert-item.resolver';
import { CorrectClassificationResolver } from './correct-classification/correct-classification.resolver';
import { ComplaintChangesResolver } from './view-changes/complaint-changes.resolver';
import { MatterResolver } from './view-matter/matter.resolver';

/** The resolvers of what is known and judged of complaints. */
export const MATTER_RESOLVERS = [
  MatterResolver,
  ComplaintFormResolver,
  ComplaintChangesResolver,
  AssessComplaintResolver,
  ConvertItemResolver,
  CorrectClassificationResolver,
  DuplicatesResolver,
  MergeComplaintsResolver,
  SimilarComplaintsResolver,
  SimilarOfCustomerResolver,
  RecordSimilarCheckResolver,
] as const;

/** What of the service it rests on. */
export interface MatterFoundations {
  readonly database: Database;
  readonly masters: MasterKeys;
  readonly adoptions: AdoptionBook;
  readonly categories: CategoryBook;
  readonly clock: Clock;
}

/** Wires what is known and judged of complaints: for registrations, and for those who change it afterwards. */
export function composeMatters({ database, masters, adoptions, categories, clock }: MatterFoundations) {
  const classifier = mysqlTextClassifier(categories, clock);
  const complaintHistory = mysqlComplaintHistory(masters);
  const complaintChanges = mysqlComplaintChanges(newId);
  const changing = { database, complaintChanges, complaintHistory, categories, adoptions, clock };
  return {
    registration: { classifier, complaintHistory, complaintChanges },
    resolvers: [
      new MatterResolver({ database, masters, adoptions, clock }),
      new ComplaintFormResolver({ database, adoptions, clock }),
      new ComplaintChangesResolver(database),
      new AssessComplaintResolver(changing),
      new ConvertItemResolver(changing),
      new CorrectClassificationResolver({ ...changing, classifier }),
      new DuplicatesResolver(database),
      new MergeComplaintsResolver({ ...changing, complaintLinks: mysqlComplaintLinks }),
      new SimilarComplaintsResolver(database),
      new SimilarOfCustomerResolver(database, masters),
      new RecordSimilarCheckResolver({ ...changing, newId }),
    ],
  };
}
