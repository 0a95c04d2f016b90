/**
 * Headers of every answer, whatever it answers: also of refusals, and of what Node's parser refuses. The API serves data:
 * no page may be made of it, framed, read by another site or guessed into another type. A page of ours that needs more
 * (`/docs`, papers) names its own policy in place of the one here.
 */

const EVERY_ANSWER = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

/** Two years, and this host alone: what else lives under the body's domain is not ours to decide. */
const BY_TLS = { ...EVERY_ANSWER, 'Strict-Transport-Security': 'max-age=63072000' } as const;

/** The headers for a server that callers reach at this address; over https they are told to come no other way. */
export const answerHeaders = (publicUrl: string): Readonly<Record<string, string>> =>
  publicUrl.startsWith('https://') ? BY_TLS : EVERY_ANSWER;
