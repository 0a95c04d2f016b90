/**
 * Papers for the side of the subject cannot say who reported or what the report says: what may be printed is worked out from
 * the marks on the events themselves, and a template that asks for more is refused as it is read.
 */
import { describe, expect, it } from 'vitest';
import { mayComeFrom } from '../../src/domain/paper-document.ts';
import { identityPointersOf, textPointersOf } from '../../src/domain/event-data.ts';
import {
  field,
  INTERNAL,
  REPORTER,
  SIDES,
  SUBJECT,
  textOf,
  type PaperField,
  type Source,
} from '../../src/domain/paper-field.ts';
import { PAPER_FIELDS } from '../../src/domain/paper-fields.ts';
import { plain } from '../../src/domain/paper-formats.ts';
import { AUDIENCES, parseTemplates, type Audience } from '../../src/domain/paper-template.ts';
import { everyProcedure } from '../../src/machines/registry.ts';

const NOT_TO_THEM = ['subject_side', 'outside'] as const;

/** Every event of every version, with where its data hold an identity, and the words of a report. */
const events = everyProcedure().flatMap(({ name, events: schemas }) =>
  Object.entries(schemas).map(([event, schema]) => ({
    event: `${name}.${event}`,
    isOfReport: name === 'complaint',
    identities: identityPointersOf(schema),
    texts: textPointersOf(schema),
  })),
);

/** Whether a text is taken from an event, whenever it happened in the case. */
const isFrom = ({ text, on }: Extract<Source, { text: string }>, event: string): boolean =>
  mayComeFrom({ text, on }, event);

const patternOf = (pointer: string) => pointer.replaceAll(/\/\d+/g, '/*');

/** The fields that would carry an identity to anybody, or words of a report to the subject's side. */
function leaks(fields: Readonly<Record<string, PaperField>>): string[] {
  return Object.entries(fields).flatMap(([name, { from, sides }]) =>
    from.flatMap((source) => {
      if ('data' in source)
        return events
          .filter(({ identities }) => identities.some((at) => at.split('/')[1] === source.data))
          .map(({ event }) => `${name} from ${event}`);
      if (!('text' in source)) return [];
      const isForThem = NOT_TO_THEM.some((side) => sides.includes(side));
      return events
        .filter(({ event }) => isFrom(source, event))
        .filter(
          ({ isOfReport, identities, texts }) =>
            identities.includes(patternOf(source.text)) ||
            (isForThem && isOfReport && texts.includes(patternOf(source.text))),
        )
        .map(({ event }) => `${name} from ${event}`);
    }),
  );
}

describe('fields of papers', () => {
  it('carry no identity to anybody and no word of a report to the side of the subject', () => {
    expect(leaks(PAPER_FIELDS)).toEqual([]);
    const identities = events.filter((each) => each.identities.length > 0).map(({ event }) => event);
    expect(identities).toEqual(expect.arrayContaining(['complaint.SUBMIT', 'complaint.NAME_REPORTER']));
    expect(events.find(({ event }) => event === 'complaint.SUBMIT')!.texts).toContain('/content');
  });

  it.each([
    [
      'who reported',
      field('举报人', 'Reporter', INTERNAL, plain, { data: 'reporter' }),
      'complaint.NAME_REPORTER',
    ],
    [
      'a name',
      field('姓名', 'Name', SIDES, plain, textOf('/reporter/name', 'complaint.*')),
      'complaint.SUBMIT',
    ],
    [
      'the report',
      field('内容', 'Report', SUBJECT, plain, textOf('/content', 'complaint.SUBMIT')),
      'complaint.SUBMIT',
    ],
  ])('would be found here if one carried %s', (_, made, event) => {
    expect(leaks({ made })).toContain(`made from ${event}`);
  });

  it('may tell the reporter why their own complaint was declined', () => {
    const made = field('说明', 'Explanation', REPORTER, plain, textOf('/explanation', 'complaint.DECLINE'));
    expect(leaks({ made })).toEqual([]);
  });
});

describe('a template', () => {
  const template = (audience: Audience, text: string) => ({
    procedure: 'allegation',
    papers: {
      made_up: {
        title: { zh: '通知', en: 'Notice' },
        kind: 'notice',
        audience,
        text: { zh: [text], en: [text] },
        basis: ['D'],
      },
    },
  });
  const reasonsOf = (audience: Audience, text: string): string[] => {
    const result = parseTemplates(template(audience, text));
    return result.ok ? [] : result.problems.map(({ reason }) => reason);
  };
  const towardsThem = (Object.keys(AUDIENCES) as Audience[]).filter((audience) =>
    NOT_TO_THEM.some((side) => (AUDIENCES[audience] as readonly string[]).includes(side)),
  );
  const ofReport = Object.entries(PAPER_FIELDS)
    .filter(([, { from }]) =>
      from.some((source) => 'text' in source && isFrom(source, 'complaint.RECORD_CHECK')),
    )
    .map(([name]) => name);

  it.each(['reporter', 'name', 'contact', 'content', 'objection', 'reporter_name'])(
    'can name no %s at all',
    (name) => {
      for (const audience of Object.keys(AUDIENCES) as Audience[])
        expect(reasonsOf(audience, `See {${name}}.`)[0]).toMatch(/is no field of papers/);
    },
  );

  it('can name no text of the complaint towards the side of the subject, and can in the house', () => {
    expect(ofReport.length).toBeGreaterThan(0);
    for (const name of ofReport) {
      for (const audience of towardsThem)
        expect(reasonsOf(audience, `See {${name}}.`)[0]).toMatch(/may not read/);
      expect(reasonsOf('internal', `See {${name}}.`)).toEqual([]);
    }
    expect(towardsThem).toEqual(['subject_side', 'outside', 'subject_and_outside', 'anybody']);
  });
});
