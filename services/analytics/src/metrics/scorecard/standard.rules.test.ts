import { findRegulation } from '@redress/regulations';
import { filledIn } from './standard.rules';

describe('a standard of work', () => {
  const provisions = findRegulation('insurer-consultation', 1)?.workload ?? [];
  const of = (work: string, openValues: Parameters<typeof filledIn>[1]) => {
    const provision = provisions.find((each) => each.work === work);
    if (provision === undefined) throw new Error(`no standard for ${work}`);
    return filledIn(provision, openValues).minutesEach;
  };

  it('is what the organisation filled in where the text leaves it open', () => {
    const within = (amount: number, unit: 'MINUTES' | 'HOURS' | 'WORKING_DAYS' | 'MONTHS') =>
      of('walk-in-enquiry', { walkInEnquiryTime: { amount, unit } });
    expect([within(25, 'MINUTES'), within(2, 'HOURS'), within(1, 'WORKING_DAYS')]).toEqual([25, 120, 480]);
    expect(within(1, 'MONTHS')).toBeUndefined();
    expect(of('walk-in-enquiry', {})).toBeUndefined();
    expect(of('walk-in-enquiry', { walkInEnquiryTime: 'soon' })).toBeUndefined();
  });

  it('is that of the text where it has one', () => {
    expect(of('phone-enquiry', { walkInEnquiryTime: { amount: 25, unit: 'MINUTES' } })).toBe(8);
  });
});
