export type { Chart, ChartSeries } from './charts/chart.model';
export { DrawingQueue, type DrawingLimits } from './drawing-queue';
export { RENDERER, renderSheet } from './render-sheet';
export type { Sheet, SheetColumn, SheetCopy, SheetField, SheetPart, SignatureBox } from './sheet.model';
