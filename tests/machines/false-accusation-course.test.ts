/** How a matter of false accusation runs: scenario 6.4 by its days, who is never named, and who decides at which level. */
import { describe, expect, it } from 'vitest';
import { deriveDue, startClock } from '../../src/domain/clock.ts';
import type { ClockKey } from '../../src/domain/clock-keys.ts';
import type { EventData } from '../../src/domain/effect.ts';
import { splitEventData } from '../../src/domain/event-data.ts';
import { dateOf, dayOf } from '../../src/domain/local-day.ts';
import type { StoredSnapshot } from '../../src/engine/step.ts';
import { CN_DEFAULT, morningOf } from '../domain/calendars.ts';
import * as act from './false-accusation-acts.ts';
import { ALLEGATION_ID, AT, CITY, COMPLAINT_ID, FALSE_ACCUSATION, RIVAL } from './false-accusation-acts.ts';
import { HANDLER, having, ORGAN_HEAD, REPORTER, someone, SUBJECT, SUPERVISOR } from './people.ts';
import { CASE, deeds, play, playFrom, PROFILE, refusedBy, type Played } from './play.ts';

const summary = ({ context }: StoredSnapshot) => FALSE_ACCUSATION.summary(context);
/** A day of scenario 6.4, whose day 0 is 9 June 2025. */
const day = (number: number) => dateOf(dayOf('2025-06-09') + number);
const on = (number: number, event: Played): Played => ({
  ...event,
  facts: { ...event.facts, at: morningOf(day(number)) },
});
/** When a clock is due that starts on a day of the scenario. */
const dueOn = (key: ClockKey, start: number) =>
  deriveDue(
    startClock(key, PROFILE.limits[key]!, morningOf(day(start)), 'start'),
    CN_DEFAULT.calendar,
    PROFILE.rules,
  ).dueOn;
const starts = (effects: Parameters<typeof deeds>[0]) =>
  deeds(effects)
    .filter((line) => line.startsWith('start'))
    .map((line) => line.split(' ')[1]);

const COURSE: readonly (readonly [number, Played])[] = [
  [51, act.open()],
  [52, act.verify()],
  [53, act.requestTracing()],
  [60, act.approveTracing()],
  [70, act.recordTrace()],
  [79, act.propose({ aggravations: ['disturbs_elections'] })],
  [80, act.sendUp()],
  [92, act.approve()],
  [95, act.handle()],
  [100, act.close({ givenOn: day(100) })],
];
/** The scenario up to and with a day. */
const until = (last: number) =>
  play(FALSE_ACCUSATION, ...COURSE.filter(([at]) => at <= last).map(([at, event]) => on(at, event)));

describe('the malicious report of scenario 6.4', () => {
  it('is looked into from D51 and due on D81, as the brief has it', () => {
    expect(starts(until(51).effects)).toEqual(['fa.investigate']);
    expect(dueOn('fa.investigate', 51)).toBe(day(81));
  });

  it('is sent up on D80 and waits for the city until D94', () => {
    const sent = until(80);
    expect({ state: sent.state, starts: starts(sent.effects) }).toEqual({
      state: 'awaiting_level_approval',
      starts: ['fa.approve'],
    });
    expect(dueOn('fa.approve', 80)).toBe(day(94));
  });

  it('is established on D92, with the number of the approval', () => {
    expect(until(92).state).toBe('established');
    expect(summary(until(92).snapshot)).toMatchObject({
      subject: SUBJECT.person,
      allegation: ALLEGATION_ID,
      tracing: 'made',
      tracingApproval: 'city-2025-17',
      result: 'established',
      approval: 'city-2025-31',
    });
  });

  it('brings a new case on the rival on D95, that says where it comes from', () => {
    expect(until(95).effects).toContainEqual({
      kind: 'open_case',
      procedure: 'complaint',
      event: 'REFERRED',
      link: 'arises_from',
      data: { subject: RIVAL, origin: 'false_accusation', from: CASE },
    });
  });

  it('ends with the result made known, and nothing of the accuser kept', () => {
    const { snapshot, state } = until(100);
    expect(state).toBe('closed');
    expect(JSON.stringify([snapshot, summary(snapshot)])).not.toContain(RIVAL);
  });
});

describe('who reported', () => {
  const schema = FALSE_ACCUSATION.events.RECORD_TRACE!;
  const record = (data: EventData) => schema.safeParse({ complaint: COMPLAINT_ID, ...data });

  it('is sealed as soon as a tracing brings a name', () => {
    const split = splitEventData(schema, record({ isFound: true, accuser: RIVAL, record: 'By hand.' }).data);
    expect(split.identity).toEqual({ '/accuser': RIVAL, '/record': 'By hand.' });
    expect(split.data).toEqual({ complaint: COMPLAINT_ID, isFound: true });
  });

  it('is named where somebody was found, and only then', () => {
    expect(record({ isFound: true }).success).toBe(false);
    expect(record({ isFound: false }).success).toBe(true);
  });

  it('is in no context and no summary at any point', () => {
    for (const stored of [
      ...Object.values(AT),
      playFrom(FALSE_ACCUSATION, act.tracingApproved, act.recordTrace()).snapshot,
    ])
      expect(JSON.stringify([stored.context, summary(stored)])).not.toMatch(
        new RegExp(`${RIVAL}|${REPORTER.person}`),
      );
  });

  it('is in no paper or notice to the person who was reported but the published result', () => {
    const toSubject = COURSE.flatMap(([at]) =>
      deeds(until(at).effects).filter((line) => /^(paper|notify).*> .*subject/.test(line)),
    );
    expect(toSubject).toEqual(['paper false_accusation_result > subject, subject_unit']);
  });

  it('may be traced once more after a refusal, by a new request alone', () => {
    const refused = playFrom(FALSE_ACCUSATION, act.asked, act.refuseTracing()).snapshot;
    expect(refusedBy(FALSE_ACCUSATION, refused, act.recordTrace())).toBe('tracing_is_approved');
    expect(refusedBy(FALSE_ACCUSATION, refused, act.approveTracing())).toBe('tracing_is_asked_for');
    const again = playFrom(FALSE_ACCUSATION, refused, act.requestTracing(), act.approveTracing()).snapshot;
    expect(refusedBy(FALSE_ACCUSATION, again, act.recordTrace())).toBeNull();
    expect(summary(refused)).toMatchObject({ tracing: 'refused', tracingApproval: null });
  });
});

describe('a mistaken report', () => {
  const ended = playFrom(FALSE_ACCUSATION, act.proposedMistake, act.conclude('mistaken_report', true));

  it('is an ordinary end that leaves no mark on anybody', () => {
    expect(ended.snapshot.context).toMatchObject({ accuserKind: null, aggravations: [], tracings: [] });
    expect(ended.effects.map(({ kind }) => kind)).not.toContain('open_case');
    const told = deeds(ended.effects).join(' ');
    expect(told).not.toMatch(/subject|reporter|org_personnel/);
  });

  it('owes nobody anything more', () => {
    expect(ended.snapshot.context.obligations).toEqual([]);
    expect(ended.isOpen).toBe(false);
  });

  it('is called one by the higher body, too, with or without a talk', () => {
    const talk = 'paper education_talk_note > handling_dept';
    const papers = (educationTalk: boolean) =>
      deeds(
        playFrom(FALSE_ACCUSATION, AT.awaiting_level_approval, act.refuse('mistaken_report', educationTalk))
          .effects,
      );
    expect(papers(true)).toContain(talk);
    expect(papers(false)).not.toContain(talk);
  });
});

describe('who decides', () => {
  it('is the level above for a county, and the body itself for a city', () => {
    expect(refusedBy(FALSE_ACCUSATION, AT.proposed, act.decide('established', { profile: PROFILE }))).toBe(
      'body_may_decide',
    );
    expect(playFrom(FALSE_ACCUSATION, AT.proposed, act.decide()).state).toBe('established');
  });

  it('has its time from the proposal where the body decides itself', () => {
    const clocks = (event: Played) => starts(playFrom(FALSE_ACCUSATION, AT.verifying, event).effects);
    expect(clocks({ ...act.propose(), profile: CITY })).toEqual(['fa.approve']);
    expect(clocks(act.propose())).toEqual([]);
    expect(clocks(act.proposeMistake())).toEqual(['fa.approve']);
  });

  it('is asked to approve a tracing at its own level', () => {
    const asked = (profile: typeof PROFILE) =>
      deeds(playFrom(FALSE_ACCUSATION, AT.verifying, { ...act.requestTracing(), profile }).effects)[0];
    expect(asked(PROFILE)).toBe('paper tracing_request > superior_body');
    expect(asked(CITY)).toBe('paper tracing_request > collegial_body');
  });

  it('is never one person who verified it', () => {
    const by = having(ORGAN_HEAD, 'handled');
    expect(refusedBy(FALSE_ACCUSATION, act.proposedMistake, { ...act.conclude(), by })).toBe(
      'keeps_duties_apart',
    );
  });

  it('is never the person who was reported', () => {
    const reported = someone(SUBJECT.person, ['approver_head']);
    expect(refusedBy(FALSE_ACCUSATION, AT.opening, act.open(act.FAMILY, reported))).toBe('is_not_concerned');
    expect(refusedBy(FALSE_ACCUSATION, act.proposedMistake, { ...act.conclude(), by: reported })).toBe(
      'is_not_concerned',
    );
  });
});

describe('the opening', () => {
  it('is for two people, neither of whom handled the report', () => {
    const alone = { ...act.open(), data: { ...act.open().data, participants: [] }, with: [] };
    expect(refusedBy(FALSE_ACCUSATION, AT.opening, alone)).toBe('has_enough_people');
    const by = having(ORGAN_HEAD, 'handled');
    expect(refusedBy(FALSE_ACCUSATION, AT.opening, act.open(act.FAMILY, by))).toBe('keeps_duties_apart');
  });

  it('is for nobody who handles, supervises or takes reports in', () => {
    for (const by of [HANDLER, SUPERVISOR, REPORTER])
      expect(refusedBy(FALSE_ACCUSATION, AT.opening, act.open(act.FAMILY, by))).toBe('has_role');
  });

  it('is not done by the engine in any way', () => {
    expect(FALSE_ACCUSATION.rows.filter(({ row, isInternal }) => row.startsWith('B2') && isInternal)).toEqual(
      [],
    );
  });

  it('takes person and point from the allegation', () => {
    expect(AT.suspected.context).toMatchObject({ subject: SUBJECT.person, point: 'bribe' });
  });
});

describe('what was sent back', () => {
  it('has the full term again and is proposed anew', () => {
    const back = playFrom(FALSE_ACCUSATION, AT.proposed, act.returnForMore());
    expect(starts(back.effects)).toEqual(['fa.investigate']);
    const again = playFrom(FALSE_ACCUSATION, back.snapshot, act.proposeNot());
    expect(again.snapshot.context).toMatchObject({ proposal: 'not_established', isReturned: false });
  });
});

describe('a finding that changes afterwards', () => {
  it('takes the result back, and corrects what was made known', () => {
    const aside = (stored: StoredSnapshot) => playFrom(FALSE_ACCUSATION, stored, act.setAside());
    expect(summary(aside(AT.closed).snapshot)).toMatchObject({
      result: 'not_established',
      approval: 'city-2026-2',
    });
    const correction = 'paper correction_of_published_result > subject, subject_unit';
    expect(deeds(aside(AT.closed).effects)).toContain(correction);
    expect(deeds(aside(AT.established).effects)).not.toContain(correction);
  });
});
