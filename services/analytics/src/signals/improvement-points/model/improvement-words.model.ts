import { nameOf, titleOfRise, type InBoth } from '../../model/series-words.model';
import type { ImprovementPoint } from './improvement-point.model';

/** An improvement point as a title. */
export function titleOfPoint(point: Pick<ImprovementPoint, 'source' | 'figure' | 'dimension' | 'value'>): InBoth {
  if (point.source === 'SIGNAL') return titleOfRise(point);
  const name = nameOf(point);
  return point.source === 'MOST_COMPLAINTS'
    ? { zh: `${name.zh}：投诉最多`, en: `Most complaints: ${name.en}` }
    : { zh: `${name.zh}：赔付金额最高`, en: `Most money spent on complaints: ${name.en}` };
}
