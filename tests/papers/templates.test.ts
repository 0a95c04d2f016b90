/**
 * Every paper that a procedure can issue has a template fit for whom it goes to; what is wrong with a template is told
 * by file and key; and no field of papers has a way to who reported or to what a report says.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mayComeFrom } from '../../src/domain/paper-document.ts';
import { SIDES } from '../../src/domain/paper-field.ts';
import { PAPER_FIELDS } from '../../src/domain/paper-fields.ts';
import { AUDIENCES, fieldsOf, isFitFor, parseTemplates, sidesOf } from '../../src/domain/paper-template.ts';
import { FACTORS, MINOR_MEASURES, OUTCOMES } from '../../src/domain/tolerance.ts';
import { ROLES } from '../../src/domain/vocabulary.ts';
import { possibleEffects } from '../../src/engine/possible-effects.ts';
import { FINDINGS } from '../../src/machines/allegation-findings.ts';
import { everyProcedure } from '../../src/machines/registry.ts';
import { loadPapers } from '../../src/main/papers.ts';
import { PROFILE, SET } from './sheets.ts';

const builtinDir = join(import.meta.dirname, '../../papers');
const issued = everyProcedure().flatMap((procedure) =>
  procedure.rows.flatMap((row) =>
    possibleEffects(procedure, row as never, PROFILE).effects.flatMap((effect) =>
      effect.kind === 'issue_document'
        ? [{ procedure, event: `${procedure.name}.${row.event}`, paper: effect.paper, to: effect.to }]
        : [],
    ),
  ),
);
const templateOf = (procedure: string, paper: string) =>
  SET.templates.get(`${procedure}/${paper}`) ?? SET.templates.get(`any/${paper}`);

describe('the templates', () => {
  it('are there for every paper of every procedure', () => {
    const missing = issued.filter(({ procedure, paper }) => !templateOf(procedure.name, paper));
    expect([...new Set(missing.map(({ procedure, paper }) => `${procedure.name}/${paper}`))]).toEqual([]);
    expect(issued.length).toBeGreaterThan(100);
  });

  it('are fit for everybody the paper can go to', () => {
    const unfit = issued.filter(({ procedure, paper, to }) => {
      const template = templateOf(procedure.name, paper);
      return template && !isFitFor(template, to);
    });
    expect(unfit.map(({ event, paper, to }) => `${event}: ${paper} to ${to.join(', ')}`)).toEqual([]);
  });

  it('are all used, but for the one that stands in', () => {
    const used = issued.map(({ procedure, paper }) =>
      SET.templates.has(`${procedure.name}/${paper}`) ? `${procedure.name}/${paper}` : `any/${paper}`,
    );
    const idle = [...SET.templates.keys()].filter((key) => !used.includes(key));
    expect(idle).toEqual(['any/other_paper']);
  });

  it('name no free text that none of their events may give', () => {
    const dead = [...SET.templates].flatMap(([key, template]) => {
      const events = issued
        .filter(
          ({ procedure, paper }) =>
            [`${procedure.name}/${paper}`, `any/${paper}`].find((one) => SET.templates.has(one)) === key,
        )
        .map(({ event }) => event);
      return fieldsOf(template)
        .filter((name) => {
          const texts = PAPER_FIELDS[name].from.filter((source) => 'text' in source);
          return texts.length > 0 && !texts.some((source) => events.some((one) => mayComeFrom(source, one)));
        })
        .map((name) => `${key}: ${name}`);
    });
    expect(dead).toEqual([]);
  });

  it('print the words that the program uses elsewhere', () => {
    const zh = (words: Readonly<Record<string, { zh: string }>>) =>
      Object.fromEntries(Object.entries(words).map(([code, one]) => [code, one.zh]));
    const groups = { finding: FINDINGS, outcome: OUTCOMES, minor_measure: MINOR_MEASURES };
    for (const [group, words] of Object.entries(groups))
      expect([group, zh(SET.words[group]!)]).toEqual([group, zh(words)]);
    const roles = Object.keys(ROLES).filter((role) => role !== 'system');
    expect(Object.keys(SET.words.recipient!)).toEqual(expect.arrayContaining(roles));
    const extended = Object.entries(PROFILE.limits).filter(([, limit]) => limit.extension !== undefined);
    expect(extended.map(([key]) => key).filter((key) => !SET.words.clock![key])).toEqual([]);
    expect(Object.keys(FACTORS)).toHaveLength(6);
  });
});

describe('the fields of papers', () => {
  const sources = Object.entries(PAPER_FIELDS).flatMap(([name, { from, sides }]) =>
    from.map((source) => ({ name, sides, source })),
  );

  it('have no way to who reported or to what the report says', () => {
    const reached = sources.filter(
      ({ source }) =>
        ('text' in source && /content|reporter|name|contact|remark|objection/i.test(source.text)) ||
        ('data' in source && /content|reporter|contact|accuser/i.test(source.data)) ||
        ('context' in source &&
          /content|reporter|contact/i.test(source.context) &&
          source.context !== 'hasContact'),
    );
    expect(reached).toEqual([]);
  });

  it('tell nobody whose an appeal is, which may be the reporter’s', () => {
    const naming = [...SET.templates]
      .filter(([key]) => key.startsWith('appeal/') || key.startsWith('false_accusation/'))
      .flatMap(([key, template]) =>
        fieldsOf(template)
          .filter((name) => ['subject', 'persons', 'applicant', 'interviewee'].includes(name))
          .map((name) => `${key}: ${name}`),
      );
    expect(naming).toEqual([]);
  });

  it.each([
    'appeal.FILE',
    'appeal.FILE_LATE',
    'appeal.HEAR',
    'appeal.WITHDRAW',
    'false_accusation.OPEN',
    'false_accusation.RECORD_TRACE',
    'false_accusation.PROPOSE',
  ])('take no free text from %s', (event) => {
    const taken = sources.filter(
      ({ source }) => 'text' in source && mayComeFrom(source, event) && source.isEarlier !== true,
    );
    expect(taken).toEqual([]);
  });

  it.each(['SUBMIT', 'NAME_REPORTER', 'REGISTER', 'CONFIRM_IDENTITY', 'GIVE_FEEDBACK', 'RECORD_WITHDRAWAL'])(
    'take no free text from complaint.%s',
    (event) => {
      const taken = sources.filter(
        ({ source }) =>
          'text' in source && mayComeFrom(source, `complaint.${event}`) && source.isEarlier !== true,
      );
      expect(taken).toEqual([]);
    },
  );

  it('take free text from every event of a procedure for the file alone', () => {
    const open = sources.filter(
      ({ source, sides }) =>
        'text' in source && source.on.some((event) => event.endsWith('.*')) && sides.join() !== 'internal',
    );
    expect(open).toEqual([]);
  });
});

describe('a template', () => {
  const sound = {
    title: { zh: '通知', en: 'Notice' },
    kind: 'notice',
    audience: 'subject_side',
    text: { zh: ['{point}'], en: ['{point}'] },
    basis: ['D'],
  };
  const faultsOf = (differences: object): string[] => {
    const result = parseTemplates({
      procedure: 'allegation',
      papers: { notice: { ...sound, ...differences } },
    });
    return result.ok ? [] : result.problems.map(({ path, reason }) => `${path.slice(2).join('.')} ${reason}`);
  };

  it('that is sound is taken', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each([
    [
      'a field that papers have not',
      { text: { zh: ['{identity}'], en: ['{identity}'] } },
      'names identity, which is no field',
    ],
    [
      'a field its readers may not read',
      { fields: ['reason'] },
      'names reason, which subject_side may not read',
    ],
    ['a field of the other party', { fields: ['channel'] }, 'names channel, which subject_side may not read'],
    ['a paragraph in one language only', { text: { zh: ['一', '二'], en: ['one'] } }, 'as many paragraphs'],
    ['other fields in the other language', { text: { zh: ['{point}'], en: ['Point'] } }, 'the same fields'],
    ['no basis', { basis: [] }, 'basis'],
  ])('with %s is refused', (_, differences, reason) => {
    expect(faultsOf(differences).join('; ')).toContain(reason);
  });
});

describe('an audience', () => {
  it('holds every side of whoever it may go to', () => {
    expect(sidesOf('subject_unit')).toEqual(['subject_side']);
    expect(sidesOf('parties_told')).toEqual(['reporter_side', 'subject_side']);
    expect(AUDIENCES.anybody).toEqual(SIDES);
    for (const [to, fit] of [
      ['subject', ['subject_side', 'subject_and_outside', 'anybody']],
      ['reporter', ['reporter_side', 'anybody']],
      ['other_body', ['outside', 'subject_and_outside', 'anybody']],
      ['recipients_of_clarification', ['subject_and_outside', 'anybody']],
      ['handling_dept', Object.keys(AUDIENCES)],
    ] as const)
      expect([
        to,
        Object.keys(AUDIENCES).filter((audience) => isFitFor({ audience: audience as never }, [to])),
      ]).toEqual([to, [...fit]]);
  });
});

describe("a body's own folder", () => {
  let extraDir: string;
  beforeEach(() => {
    extraDir = mkdtempSync(join(tmpdir(), 'leeway-papers-'));
  });
  afterEach(() => {
    rmSync(extraDir, { recursive: true });
  });
  const write = (name: string, text: string) => {
    writeFileSync(join(extraDir, name), text);
  };
  const load = () => loadPapers({ builtinDir, extraDir });
  const OWN = (audience: string) => `procedure: complaint
papers:
  acceptance_notice:
    title: { zh: 本市受理告知书, en: Notice of the city }
    kind: notice
    number: acceptance
    audience: ${audience}
    text: { zh: ['受理。'], en: ['Accepted.'] }
    basis: [D]
`;
  const HEAD = `body: { zh: 某市监察委员会, en: City Commission }
short: { zh: 某监, en: CC }
classes: { acceptance: { zh: 受, en: Acceptance } }
`;

  it('takes the place of a template, of the head and of words, and leaves the rest', () => {
    write('complaint.yaml', OWN('reporter_side'));
    write('letterhead.yaml', HEAD);
    write('words.yaml', 'channel: { web: { zh: 网上, en: online } }\n');
    const papers = load();
    expect(papers.templates.get('complaint/acceptance_notice')!.title.zh).toBe('本市受理告知书');
    expect(papers.templates.size).toBe(SET.templates.size);
    expect([papers.letterhead.body.zh, papers.letterhead.classes.letter!.zh]).toEqual([
      '某市监察委员会',
      '函',
    ]);
    expect([papers.words.channel!.web!.zh, papers.words.channel!.letter!.zh]).toEqual(['网上', '来信']);
  });

  it('is refused with a number of no series', () => {
    write('complaint.yaml', OWN('reporter_side'));
    expect(load).toThrow(
      'has no class acceptance, which the template complaint/acceptance_notice is numbered in',
    );
  });

  it('is refused where a template would go to readers it is not fit for', () => {
    write('complaint.yaml', OWN('anybody'));
    write('letterhead.yaml', HEAD);
    expect(load).toThrow(
      'complaint.yaml, line 7: papers.acceptance_notice.audience has to stay reporter_side',
    );
  });

  it('is refused with what is no YAML, by file and line', () => {
    write('odd.yaml', 'procedure: [\n');
    expect(load).toThrow('odd.yaml, line');
  });

  it('may bring a font that the body has a licence for', () => {
    expect(load().fontFile).toMatch(/noto-serif-sc-regular\.ttf\.br$/);
    mkdirSync(join(extraDir, 'fonts'));
    write('fonts/body.ttf', '');
    expect(load().fontFile).toBe(join(extraDir, 'fonts/body.ttf'));
  });
});
