/** What the handlers of the product's own routes are given: the HTTP foundation, and the operations. */
import type { Operations } from '../operations/operations.ts';
import type { Foundation } from './services.ts';

export interface ApiServices extends Foundation {
  readonly operations: Operations;
}
