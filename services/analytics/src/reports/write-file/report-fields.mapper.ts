import { DateTime } from 'luxon';
import type { FrozenReport } from '../model/report-file.model';
import type { FileLanguage } from '../model/report-format.model';
import { REPORT_WORDS } from './report-words.mapper';
import { wordsIn } from './shown-cell.mapper';

/** A moment as the organisation’s clocks showed it. */
export function shownMoment(moment: Date, timeZone: string): string {
  return DateTime.fromJSDate(moment, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm');
}

/** What stands above the figures: label and value, line by line. */
export function reportFields(
  { report, content }: FrozenReport,
  language: FileLanguage,
): readonly { readonly label: string; readonly value: string }[] {
  const { definition, timeZone, edition, correctionReason, dueOn, madeAt, sha256, signedBy, signedAt } = report;
  const { asOf, report: frozen } = content;
  const say = (key: keyof typeof REPORT_WORDS) => wordsIn(REPORT_WORDS[key], language);
  const position = `${say('position')} ${asOf.position}`;
  const asOfText = `${shownMoment(new Date(asOf.time), timeZone)}, ${position}`;
  const lines: readonly (readonly [keyof typeof REPORT_WORDS, string | null])[] = [
    ['regulation', definition.regulation === null ? null : wordsIn(definition.regulation.title, language)],
    ['period', `${frozen.from} – ${frozen.until}`],
    ['timeZone', timeZone],
    ['edition', String(edition)],
    ['correction', correctionReason],
    ['dueOn', dueOn],
    ['readers', definition.readers.map(({ label }) => wordsIn(label, language)).join(', ') || null],
    ['madeAt', madeAt === null ? null : shownMoment(madeAt, timeZone)],
    ['asOf', asOf.complete ? asOfText : `${asOfText}; ${say('incomplete')}`],
    ['digest', sha256],
    ['signed', signedAt === null ? null : `${signedBy ?? ''}, ${shownMoment(signedAt, timeZone)}`],
  ];
  return lines.flatMap(([key, value]) => (value === null ? [] : [{ label: say(key), value }]));
}
