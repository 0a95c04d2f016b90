/** What travels about the diagram of a procedure: where everything stands, and what a case has to do with it. */
import { z } from 'zod';
import { TransitionView } from './procedures.ts';

const Instant = z.iso.datetime();
const Words = z.strictObject({ zh: z.string(), en: z.string() });
const Point = z.strictObject({ x: z.number(), y: z.number() });
const Box = {
  x: z.number().meta({ description: 'Left edge' }),
  y: z.number().meta({ description: 'Upper edge' }),
  width: z.number(),
  height: z.number(),
};
const Lines = z
  .strictObject({ zh: z.array(z.string()), en: z.array(z.string()) })
  .meta({ description: 'The label broken to fit its box, which holds either language' });

const Visit = z
  .strictObject({ number: z.int().positive(), at: Instant })
  .meta({ id: 'DiagramVisit', description: 'Which move of the case it was, from 1, and when' });

const DiagramEvent = z
  .strictObject({
    event: z.string(),
    row: z.string().meta({ description: 'The transition, as in `rows`' }),
    lines: Lines,
    ...Box,
    isLegalNow: z.boolean().meta({ description: 'The case accepts it where it stands, whoever fires it' }),
    visits: z.array(Visit),
  })
  .meta({ id: 'DiagramEvent', description: 'The label of one event, drawn on an arrow or in a box' });

const DiagramNode = z
  .strictObject({
    state: z.string(),
    label: Words,
    lines: Lines,
    ...Box,
    isInitial: z.boolean().meta({ description: 'Where cases begin: no state, and drawn without words' }),
    isClosed: z.boolean(),
    isCurrent: z.boolean(),
    visits: z.array(Visit),
    loops: z.array(DiagramEvent).meta({ description: 'Events that leave a case in this state' }),
  })
  .meta({ id: 'DiagramNode' });

const DiagramEdge = z
  .strictObject({
    from: z.string(),
    to: z.string(),
    points: z.array(Point),
    isInternal: z.boolean().meta({ description: 'Fired by nothing but a link or a clock' }),
    events: z.array(DiagramEvent).min(1),
  })
  .meta({ id: 'DiagramEdge', description: 'One arrow for each pair of states' });

const ElsewhereEvent = z
  .strictObject({ event: z.string(), row: z.string(), isLegalNow: z.boolean(), visits: z.array(Visit) })
  .meta({ id: 'DiagramElsewhere', description: 'Possible in so many states that it is listed, not drawn' });

export const DiagramView = z
  .strictObject({
    procedure: z.string(),
    version: z.int(),
    label: Words,
    isNear: z.boolean(),
    current: z.string().nullable(),
    isSuspended: z.boolean(),
    isPathCut: z
      .boolean()
      .meta({ description: 'The case has had more events than are looked through for its path' }),
    width: z.number(),
    height: z.number(),
    stateSize: z.number().meta({ description: 'Size of type the boxes were measured with, in pixels' }),
    eventSize: z.number(),
    lineHeight: z.number().meta({ description: 'Height of a line, as a multiple of its size of type' }),
    nodes: z.array(DiagramNode),
    edges: z.array(DiagramEdge),
    elsewhere: z.array(ElsewhereEvent),
    rows: z.array(TransitionView).meta({ description: 'Every transition that is drawn or listed' }),
  })
  .meta({ id: 'Diagram' });

export type DiagramView = z.infer<typeof DiagramView>;
