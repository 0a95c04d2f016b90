/** Sizes of files as people read them. */
const UNITS = ['B', 'kB', 'MB', 'GB'];

/** `1.5 MB`: thousands, as file managers count. */
export function sizeInWords(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const value = bytes / 1000 ** step;
  return `${value >= 100 || step === 0 ? Math.round(value) : Math.round(value * 10) / 10} ${UNITS[step] ?? ''}`;
}
