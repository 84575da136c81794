import { findRegulation } from '@redress/regulations';
import { closed } from '../../complaint-case/model/closing.model';
import { courseOf, type DecisionContext } from '../../complaint-case/model/course.model';
import { aCase, aContext, aPlan } from '../../test-bench/builders';
import { overdueNoticed } from './overdue-papers.model';

const manufacturer = findRegulation('manufacturer-yymmcc');
if (manufacturer === undefined) throw new Error('the regulation ships');

/** The stages of the usual plan, under a regulation that reminds and inquires. */
const plan = {
  ...aPlan,
  regulation: {
    ...aPlan.regulation,
    parties: manufacturer.parties,
    papers: manufacturer.papers,
    overduePapers: manufacturer.overduePapers,
  },
};

function later(at: string): DecisionContext {
  return { ...aContext(at), plan };
}

describe('papers on delays', () => {
  const current = aCase();
  const late = current.clocks.filter(({ stage }) => stage === 'acceptance');

  it('reminds of each stage that ran out, and of no other', () => {
    const { facts } = overdueNoticed(courseOf(current), late, later('2026-03-16T02:00:00.000Z'));
    expect(facts.map(({ type, stage }) => [type, stage])).toEqual([
      ['STAGE_OVERDUE', 'acceptance'],
      ['REMINDER_ISSUED', 'acceptance'],
    ]);
    expect(facts[1]).toMatchObject({ paper: 'reminder', number: `${current.number}/1` });
  });

  it('asks for the cause of every delay once the case is closed, each paper with a number of its own', () => {
    const { facts } = closed(courseOf(current), 'WITHDRAWN', 'wu', later('2026-03-30T02:00:00.000Z'));
    const inquiries = facts.filter(({ type }) => type === 'OVERDUE_INQUIRY_ISSUED');
    expect(inquiries.map(({ stage }) => stage)).toEqual(['acceptance', 'investigation', 'resolution']);
    expect(new Set(inquiries.map((fact) => 'number' in fact && fact.number)).size).toBe(3);
  });

  it('asks for nothing where every stage was in time, and under a regulation that knows no such papers', () => {
    const inTime = closed(courseOf(current), 'WITHDRAWN', 'wu', later('2026-03-12T04:00:00.000Z'));
    const silent = closed(courseOf(current), 'WITHDRAWN', 'wu', aContext('2026-03-30T02:00:00.000Z'));
    for (const { facts } of [inTime, silent]) {
      expect(facts.filter(({ type }) => type === 'OVERDUE_INQUIRY_ISSUED')).toEqual([]);
    }
  });
});
