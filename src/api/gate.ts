/**
 * What is looked at before any route: whether the request says which host it means, and whether there is room for it.
 * Past the measure newcomers are sent away at once, so that those within are finished in time (T18). Whoever watches
 * over the server is always let in.
 */
import type { NextFunction, Request, Response } from 'express';
import { REQUESTS_IN_FLIGHT } from '../contract/limits.ts';
import { Problem } from '../contract/problems.ts';

/** Health and figures: asked for most when there is no room. */
const isWatch = (url: string): boolean => url.startsWith('/health/') || url === '/metrics';

const AWAY = Symbol('away');
type WithAway = Response & { [AWAY]?: () => void };

/** Gives the place of an answer to others: it goes on for as long as its reader likes, and hardly costs anything. */
export function leaveGate(response: object): void {
  (response as WithAway)[AWAY]?.();
}

/** The gate of one application; `most` requests are within at once. */
export function gate(most = REQUESTS_IN_FLIGHT) {
  let within = 0;
  return (request: Request, response: Response, next: NextFunction): void => {
    // RFC 9112 3.2. Node would refuse it too, with an answer that has none of our headers.
    if (request.headers.host === undefined && request.httpVersion === '1.1')
      throw new Problem('bad-parameter', { zh: '请求缺少 Host 头', en: 'The request has no Host header' });
    if (isWatch(request.url)) {
      next();
      return;
    }
    if (within >= most) throw new Problem('overloaded');
    within += 1;
    let isWithin = true;
    const away = () => {
      if (isWithin) within -= 1;
      isWithin = false;
    };
    (response as WithAway)[AWAY] = away;
    response.once('close', away);
    next();
  };
}
