/**
 * How values come back, the same from both kinds of database and without touching anybody's global settings: int8 as a
 * number, bytea as a Buffer, instants and intervals as the text the server sends (queries say `iso_instant`).
 */
import pg from 'pg';

export const INT8 = 20;
export const BYTEA = 17;
export const INT8_ARRAY = 1016;
/** date, timestamp, timestamptz, interval */
export const LEFT_AS_TEXT = [1082, 1114, 1184, 1186];

/** Throws rather than round: no count or index in this program comes near 2^53. */
export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`an int8 is beyond the safe integers: ${text}`);
  return value;
}

export const parseText = (text: string): string => text;

export const parseBytea = (text: string): Buffer => Buffer.from(text.slice(2), 'hex');

const OWN: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: parseInt8,
  [INT8_ARRAY]: (text) => (text === '{}' ? [] : text.slice(1, -1).split(',').map(parseInt8)),
  ...Object.fromEntries(LEFT_AS_TEXT.map((oid) => [oid, parseText])),
};

/** The `types` of one `pg` client; the library's own table stays as it is for other users of it. */
export const clientTypes: pg.CustomTypesConfig = {
  getTypeParser: (...asked: Parameters<typeof pg.types.getTypeParser>) => {
    const own = asked[1] === 'binary' ? undefined : OWN[asked[0]];
    return own ?? (pg.types.getTypeParser(...asked) as (text: string) => unknown);
  },
};
