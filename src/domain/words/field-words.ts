/** How a field of a form is written in the tables of words: its label, and what to type where the label does not say it. */
import type { Words } from '../vocabulary.ts';

export interface FieldWords extends Words {
  readonly help?: Words;
}

/** A label in both languages and, where a name alone does not say what to type, a sentence of help. */
export const named = (zh: string, en: string, helpZh?: string, helpEn?: string): FieldWords =>
  helpZh === undefined || helpEn === undefined ? { zh, en } : { zh, en, help: { zh: helpZh, en: helpEn } };
