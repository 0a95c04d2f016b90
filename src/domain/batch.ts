/**
 * Which events may be asked for on many cases at once: those every procedure shares and that decide nothing. A decision is
 * made case by case, by whoever has read the case.
 */
export const BATCHABLE = ['ASSIGN', 'NOTE'] as const;
export type Batchable = (typeof BATCHABLE)[number];

export const isBatchable = (event: string): event is Batchable =>
  (BATCHABLE as readonly string[]).includes(event);

/** What became, or would become, of a case of a batch. */
export const ITEM_STATUSES = ['waiting', 'done', 'skipped', 'failed', 'stopped'] as const;
