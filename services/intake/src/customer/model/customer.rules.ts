import type { Refusal } from '@redress/kernel';
import type { CustomerDetails, CustomerReference } from './customer.model';

export type CustomerRefusal =
  | 'INTAKE_CUSTOMER_NOT_NAMED'
  | 'INTAKE_CUSTOMER_NAMED_TWICE'
  | 'INTAKE_CUSTOMER_NOT_FOUND'
  | 'INTAKE_VALUE_MALFORMED'
  | 'INTAKE_VALUE_TOO_LONG';

export const NAME_LENGTH_AT_MOST = 100;
export const EMAIL_LENGTH_AT_MOST = 254;
export const EXTERNAL_REF_LENGTH_AT_MOST = 64;
export const PHONE_LENGTH_AT_MOST = 33;
export const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
/** At least three digits: without any, all such numbers would count as the same. */
export const PHONE = /^\+?(?=(?:[\s().-]*\d){3})[\d\s().-]{3,32}$/;
export const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/** Whether a command names its customer in exactly one way: by id, or by external reference and details or one of both. */
export function referenceProblems(reference: CustomerReference): Refusal<CustomerRefusal>[] {
  const { id, externalRef, details } = reference;
  if (id === undefined && externalRef === undefined && details === undefined) {
    return [{ code: 'INTAKE_CUSTOMER_NOT_NAMED', path: ['customer'] }];
  }
  if (id !== undefined && (externalRef !== undefined || details !== undefined)) {
    return [{ code: 'INTAKE_CUSTOMER_NAMED_TWICE', path: ['customer'] }];
  }
  return [
    ...textProblems(['customer', 'externalRef'], externalRef, EXTERNAL_REF_LENGTH_AT_MOST),
    ...detailProblems(details),
  ];
}

/** Everything that is wrong with the details of a new customer. */
export function detailProblems(details: CustomerDetails | undefined): Refusal<CustomerRefusal>[] {
  if (details === undefined) return [];
  const path = (field: string) => ['customer', 'details', field];
  return [
    ...textProblems(path('name'), details.name, NAME_LENGTH_AT_MOST),
    ...textProblems(path('email'), details.email, EMAIL_LENGTH_AT_MOST, EMAIL),
    ...textProblems(path('phone'), details.phone, PHONE_LENGTH_AT_MOST, PHONE),
    ...textProblems(path('preferredLanguage'), details.preferredLanguage, 35, LANGUAGE),
  ];
}

/** The customer does not exist, belongs to another organisation, or is not the caller's own: nobody can tell which. */
export function customerNotFound(field: 'id' | 'externalRef'): Refusal<CustomerRefusal> {
  return { code: 'INTAKE_CUSTOMER_NOT_FOUND', path: ['customer', field] };
}

/** What is wrong with a text that was given: too long, blank, or not of its form. */
export function textProblems(
  path: readonly string[],
  value: string | undefined,
  limit: number,
  form?: RegExp,
): Refusal<'INTAKE_VALUE_MALFORMED' | 'INTAKE_VALUE_TOO_LONG'>[] {
  if (value === undefined) return [];
  const field = path.filter((part) => part !== 'customer').join('.');
  if (value.length > limit)
    return [{ code: 'INTAKE_VALUE_TOO_LONG', path, facts: { field, limit }, details: { limit } }];
  const wellFormed = value.trim() !== '' && (form?.test(value.trim()) ?? true);
  return wellFormed ? [] : [{ code: 'INTAKE_VALUE_MALFORMED', path, facts: { field } }];
}
