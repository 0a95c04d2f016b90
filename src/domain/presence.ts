/** What somebody who has a case open can be doing, and how long they are believed to. */

export const DOING = ['viewing', 'editing'] as const;
export type Doing = (typeof DOING)[number];

/** Seconds after which somebody who was not heard of is taken for gone. */
export const PRESENT_SECONDS = 60;
