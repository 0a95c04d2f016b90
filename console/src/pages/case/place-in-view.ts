/** Where a case stands in the list somebody came from, and the way back to it. */
import { neighboursOf, type Neighbours } from '../queue/order-of-view.ts';

export interface PlaceInView extends Neighbours {
  readonly backTo: string;
}

/** The list is remembered by this tab alone; a case that was not come to from it has no neighbours. */
export const placeInView = (caseId: string): PlaceInView => ({ ...neighboursOf(caseId), backTo: '/queue' });
