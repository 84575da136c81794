let exporting = false;

/** Whether spans leave this process; a trace that starts here is then marked as sampled. */
export function isExporting(): boolean {
  return exporting;
}

/** Told by `startTracing` and by its `shutdown`. */
export function setExporting(value: boolean): void {
  exporting = value;
}
