/** What travels about words: every code that people may meet, in both languages, by kind. */
import { z } from 'zod';

const BothWords = z.strictObject({ zh: z.string(), en: z.string() });
const Flat = z.record(z.string(), BothWords);
const ByProcedure = z.record(z.string(), Flat);

const flat = (description: string) => Flat.meta({ description });
const byProcedure = (description: string) => ByProcedure.meta({ description });

export const WordsDocument = z
  .strictObject({
    version: z.string().meta({ description: 'Hash of all of it; the entity tag too' }),
    kinds: z.strictObject({
      procedure: flat('Procedures'),
      state: byProcedure('States of the flow, by procedure'),
      region: byProcedure('States of the other regions as `region.state`, by procedure'),
      regionName: flat('Regions'),
      event: byProcedure('Events, by procedure'),
      field: flat(
        'Fields of data, summary and details. The nearest name counts: `procedure.EVENT.field`, `EVENT.field`, ' +
          '`list.field`, `field`',
      ),
      fieldHelp: flat('What to type, for fields whose name does not say it; named alike'),
      value: flat('Values of fields; named as the field with `.value` behind it, or the value alone'),
      role: flat('Roles'),
      recipient: flat('Whom papers and notices go to'),
      duty: flat('Duties'),
      clock: flat('Time limits'),
      unit: flat('Units of a time limit'),
      dayKind: flat('Kinds of days'),
      notice: flat('Notices'),
      paper: flat('Papers; as `procedure.paper` where one is called otherwise there'),
      link: flat('Links between cases'),
      part: flat('What a person is to a case'),
      effect: flat('Effects of a step'),
      obligation: flat('What a case may owe'),
      guard: flat('Rules; as `procedure.guard` where one says something else there'),
      refusal: flat('Why the engine says no'),
      problem: flat('Problems'),
      entry: flat('Types of journal entries that are no event of a case'),
      entryField: flat('Fields of the journal and of every case that no event has'),
      entryOutcome: flat('How what an entry tells of ended'),
      purpose: flat('Purposes of a reading'),
      identityPurpose: flat('Purposes of opening an identity'),
      messageKind: flat('Kinds of messages of a reporter'),
      interferenceKind: flat('Kinds of interference'),
      evidenceKind: flat('Kinds of evidence files'),
      grantKind: flat('How a post is held'),
      permission: flat('What a role may be allowed to do'),
      list: flat('Lists of a profile'),
      item: flat('Items of those lists as `list.item`'),
    }),
  })
  .meta({ id: 'WordsDocument' });
export type WordsDocument = z.infer<typeof WordsDocument>;
