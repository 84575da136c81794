import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { CategoryBook } from '../../category/model/category-book.repository';
import type { CustomerFile } from '../../customer/model/customer-file.repository';
import type { AdoptionBook } from '../../regulation/model/adoption-book.repository';
import type { ComplaintRegister } from '../model/complaint-register.repository';

/** What an import needs around it. */
export interface ImportPorts {
  readonly database: Database;
  readonly complaints: ComplaintRegister;
  readonly customers: CustomerFile;
  readonly categories: CategoryBook;
  readonly adoptions: AdoptionBook;
  readonly clock: Clock;
  readonly newId: () => string;
}
