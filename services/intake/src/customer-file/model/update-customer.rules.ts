import type { Refusal } from '@redress/kernel';
import {
  EMAIL,
  EMAIL_LENGTH_AT_MOST,
  LANGUAGE,
  NAME_LENGTH_AT_MOST,
  PHONE,
  PHONE_LENGTH_AT_MOST,
  textProblems,
} from '../../customer/model/customer.rules';
import { CUSTOMER_FIELDS, type CustomerField, type CustomerValues, type FileChange } from './customer-values.model';

export type CustomerFileRefusal =
  | 'NOT_FOUND'
  | 'VERSION_CONFLICT'
  | 'INTAKE_VALUE_MALFORMED'
  | 'INTAKE_VALUE_TOO_LONG'
  | 'INTAKE_SOLD_IN_FUTURE'
  | 'INTAKE_PRODUCT_RECORDED_ALREADY';

type Problem = Refusal<'INTAKE_VALUE_MALFORMED' | 'INTAKE_VALUE_TOO_LONG'>;

/** What is shown masked must not come back as if it were the value. */
const NOT_MASKED = /^[^*＊•]*$/;

const FORMS: Record<CustomerField, { readonly limit: number; readonly form: RegExp }> = {
  name: { limit: NAME_LENGTH_AT_MOST, form: NOT_MASKED },
  email: { limit: EMAIL_LENGTH_AT_MOST, form: EMAIL },
  phone: { limit: PHONE_LENGTH_AT_MOST, form: PHONE },
  address: { limit: 500, form: NOT_MASKED },
  segment: { limit: 64, form: /\S/ },
  preferredLanguage: { limit: 35, form: LANGUAGE },
  preferredChannel: { limit: 20, form: /^[A-Z_]+$/ },
};

/** Everything that is wrong with new values. An empty text takes a value out of the file; a name stays. */
export function updateProblems(asked: CustomerValues): Problem[] {
  return CUSTOMER_FIELDS.flatMap((field): Problem[] => {
    const value = asked[field];
    if (value === undefined || (value.trim() === '' && field !== 'name')) return [];
    const { limit, form } = FORMS[field];
    const problems = textProblems([field], value, limit, form);
    if (problems.length > 0 || NOT_MASKED.test(value)) return problems;
    return [{ code: 'INTAKE_VALUE_MALFORMED', path: [field], facts: { field } }];
  });
}

/** What the file holds after a change, and which fields it changes. */
export function changeOf(before: CustomerValues, asked: CustomerValues): FileChange {
  const valueAfter = (field: CustomerField): string => asked[field]?.trim() ?? before[field] ?? '';
  const known = CUSTOMER_FIELDS.map((field) => [field, valueAfter(field)] as const).filter(([, value]) => value !== '');
  return {
    after: Object.fromEntries(known),
    changed: CUSTOMER_FIELDS.filter((field) => valueAfter(field) !== (before[field] ?? '')),
  };
}
