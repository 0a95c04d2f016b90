/**
 * How an appeal runs: scenario 6.7 by its days, and the other ends. Carrying out the decision never waits for it, nobody
 * hears what they took part in, and what fell is undone where it was done (1.6).
 */
import { describe, expect, it } from 'vitest';
import { DUTIES, type Duty } from '../../src/domain/duty.ts';
import type { EventData } from '../../src/domain/effect.ts';
import { dateOf, dayOf } from '../../src/domain/local-day.ts';
import type { Accepted, StoredSnapshot } from '../../src/engine/step.ts';
import { morningOf } from '../domain/calendars.ts';
import * as allegation from './allegation-acts.ts';
import * as act from './appeal-acts.ts';
import { APPEAL, appealBefore, AT, BENCH, decision, from, knowing, TODAY, UPPER } from './appeal-acts.ts';
import { APPEAL_DECISION_REFUSALS } from './appeal-decision-refusals.ts';
import { APPEAL_ROWS } from './appeal-examples.ts';
import { APPEAL_INTAKE_REFUSALS } from './appeal-refusals.ts';
import * as clarification from './clarification-acts.ts';
import { having, SUBJECT, votes } from './people.ts';
import {
  CASE,
  deeds,
  fire,
  linked,
  OTHER_CASE,
  play,
  playFrom,
  PROFILE,
  refusedBy,
  type Played,
} from './play.ts';
import * as service from './return-to-service-acts.ts';
import { acceptedEvent } from './tables.ts';

const summary = ({ context }: StoredSnapshot) => APPEAL.summary(context);
/** What is told to cases of a procedure, or what opens one, with its data. */
const told = ({ effects }: Accepted, event: string): EventData | undefined =>
  effects.flatMap((effect) =>
    (effect.kind === 'send_event' || effect.kind === 'open_case') && effect.event === event
      ? [effect.data]
      : [],
  )[0];
/** A day of scenario 6.7, whose day 0 is 9 June 2025. */
const day = (number: number) => dateOf(dayOf(TODAY) + number);
const on = (number: number, event: Played): Played => ({
  ...event,
  facts: { ...event.facts, at: morningOf(day(number)) },
});
const received = (number: number) => ({ receivedOn: day(number) });

describe('the appeal of scenario 6.7', () => {
  const recheck = play(
    APPEAL,
    on(2, act.open({ deliveredOn: day(2) })),
    on(21, act.file(received(21))),
    on(49, act.uphold()),
    on(51, act.deliver(day(51))),
  );
  const window = told(recheck, 'OPEN')!;
  const accepted = play(
    APPEAL,
    on(51, linked('OPEN', window, { family: act.FAMILY })),
    on(64, act.file(received(64))),
    on(72, act.accept()),
  );
  const decided = playFrom(APPEAL, accepted.snapshot, on(128, act.vary({}, UPPER)));
  const carriedOut = playFrom(
    APPEAL,
    decided.snapshot,
    on(130, act.deliver(day(130))),
    ...act.executeAll.map((event) => on(150, { ...event, data: { ...event.data, doneOn: day(150) } })),
    on(150, act.closeExecution()),
  );

  it('is upheld on the re-check, and the window of the next step opens with what it is about', () => {
    expect(recheck.state).toBe('upheld');
    expect(summary(recheck.snapshot)).toMatchObject({ step: 1, result: 'uphold', nextStep: 2 });
    expect(window).toEqual({
      on: OTHER_CASE,
      subject: SUBJECT.person,
      track: 'civil_servant',
      step: 2,
      deliveredOn: day(51),
      earlierStep: CASE,
      circle: 'unit',
      decision: 'sanction',
      measure: 'demerit',
    });
  });

  it('is accepted by three of the superior body, nobody of whom sat on the re-check', () => {
    expect(accepted.state).toBe('examining');
    expect(summary(accepted.snapshot)).toMatchObject({ step: 2, panel: 'bela boris bruna' });
  });

  it('becomes an admonition, and tolerance is sent back to be considered', () => {
    expect(told(decided, 'DECISION_VARIED')).toEqual({
      decision: 'exempt',
      minorHandling: 'admonition',
      ground: 'circumstances_wrong',
      considerTolerance: true,
    });
  });

  it('leaves the level and pay, the post, the pay lost, the name and the file to be put right', () => {
    expect(decided.snapshot.context).toMatchObject({
      toDo: [
        'level_and_pay_restored',
        'post_arranged',
        'pay_loss_compensated',
        'name_restored',
        'personnel_file_corrected',
      ],
    });
    expect(carriedOut.state).toBe('varied');
    expect(summary(carriedOut.snapshot)).toMatchObject({ itemsToDo: 5, itemsDone: 5, nextStep: null });
  });

  it('restores the name in the circle where the demerit was announced, and nowhere else', () => {
    const other = from(AT.opening, act.open({ circle: 'department' }), act.file(), act.vary(), act.deliver());
    expect(refusedBy(APPEAL, other, act.execute('name_restored'))).toBe('is_the_original_circle');
    expect(refusedBy(APPEAL, other, act.execute('name_restored', { circle: 'department' }))).toBeNull();
    const nowhere = from(AT.opening, act.open({ circle: undefined }), act.file(), act.vary());
    expect(nowhere.context).toMatchObject({ toDo: expect.not.arrayContaining(['name_restored']) as unknown });
  });

  it('is what the allegation takes: version 2 of its decision, with the period of the demerit cancelled', () => {
    const result = playFrom(
      allegation.ALLEGATION,
      allegation.AT.decided_sanction,
      allegation.varied(told(decided, 'DECISION_VARIED')!),
    );
    expect(result.state).toBe('decided_exempt');
    expect(allegation.ALLEGATION.summary(result.snapshot.context)).toMatchObject({
      decision: 'exempt',
      minorHandling: 'admonition',
      decisionVersion: 2,
    });
    expect(deeds(result.effects)).toEqual(
      expect.arrayContaining([
        'tell return_to_service SANCTION_CANCELLED',
        'tell tolerance_review SENT_BACK',
      ]),
    );
    const { state } = playFrom(service.SERVICE, service.AT.running, linked('SANCTION_CANCELLED'));
    expect(state).toBe('cancelled');
  });
});

describe('a decision revoked on appeal', () => {
  const revoked = playFrom(APPEAL, AT.examining, act.revoke({ considerTolerance: true }));

  it('goes back to its department to be made anew', () => {
    const result = playFrom(
      allegation.ALLEGATION,
      allegation.AT.decided_sanction,
      allegation.revoked(told(revoked, 'DECISION_REVOKED')),
    );
    expect(result.state).toBe('with_handling_dept');
    expect(deeds(result.effects)).toContain('tell return_to_service SANCTION_CANCELLED');
  });

  it('has everything that was done put right meanwhile, and then ends', () => {
    const ended = playFrom(APPEAL, revoked.snapshot, act.deliver(), ...act.executeAll, act.closeExecution());
    expect(ended.state).toBe('revoked_redone');
    expect(summary(ended.snapshot)).toMatchObject({ itemsToDo: 5, itemsDone: 5, nextStep: null });
  });

  it('without a sanction leaves no pay or post to be put right', () => {
    const light = act.open({ decision: 'exempt', measure: undefined });
    const family = [decision({ decision: 'exempt', measure: null })];
    const opened = from(AT.opening, knowing(light, ...family), act.file(), knowing(act.revoke(), ...family));
    expect(opened.context).toMatchObject({ toDo: ['name_restored', 'personnel_file_corrected'] });
  });

  it('by an admonition alone goes back as well', () => {
    const { state } = playFrom(
      allegation.ALLEGATION,
      allegation.AT.closed_minor_handling,
      allegation.revoked(told(revoked, 'DECISION_REVOKED')),
    );
    expect(state).toBe('with_handling_dept');
  });

  it('may be appealed against anew once it is made anew', () => {
    const again = knowing(act.fileDirectly(), decision(), appealBefore('revoked_redone'));
    expect(refusedBy(APPEAL, AT.opening, again)).toBeNull();
  });
});

describe('a clarification that was refused', () => {
  const about = clarification.AT.withheld;
  const opened = play(
    APPEAL,
    knowing(act.fileDirectly({ track: 'clarification_refused' }), act.clarification()),
  );
  const revoked = playFrom(APPEAL, opened.snapshot, knowing(act.revoke(), act.clarification()));

  it('is assessed anew once the refusal fell', () => {
    const reassess = linked('REASSESS', told(revoked, 'REASSESS'));
    const result = playFrom(clarification.CLARIFICATION, about, reassess);
    expect(result.state).toBe('assessing');
    expect(deeds(result.effects)).toContain('start clar.assess');
  });

  it('has one thing to be done, and no decision that could be varied', () => {
    expect(revoked.snapshot.context).toMatchObject({ toDo: ['decision_replaced'] });
    const vary = knowing(act.vary(), act.clarification());
    expect(refusedBy(APPEAL, opened.snapshot, vary)).toBe('is_a_whole_decision');
    const ended = playFrom(
      APPEAL,
      revoked.snapshot,
      act.deliver(),
      act.execute('decision_replaced'),
      act.closeExecution(),
    );
    expect(ended.state).toBe('revoked_redone');
  });

  it('has one re-check and no further step', () => {
    const upheld = knowing(act.uphold(), act.clarification());
    const ended = playFrom(APPEAL, opened.snapshot, upheld, act.deliver());
    expect(told(ended, 'OPEN')).toBeUndefined();
    expect(summary(ended.snapshot)).toMatchObject({ result: 'uphold', nextStep: null });
  });
});

describe('the last step', () => {
  it('of civil servants opens for decisions below the province alone', () => {
    const upheld = from(act.secondExamining, act.uphold({}, UPPER));
    const openedBy = (bodyLevel: 'county' | 'city' | 'province') => {
      const profile = { ...PROFILE, rules: { ...PROFILE.rules, bodyLevel } };
      return told(playFrom(APPEAL, upheld, { ...act.deliver(), profile }), 'OPEN')?.step;
    };
    expect([openedBy('county'), openedBy('city'), openedBy('province')]).toEqual([3, 3, undefined]);
  });

  it('opens nothing when it is upheld', () => {
    const last = from(
      AT.opening,
      act.open({ step: 3, earlierStep: act.EARLIER }),
      act.file(),
      act.accept(),
      act.uphold({}, UPPER),
    );
    const ended = playFrom(APPEAL, last, act.deliver());
    expect(ended.state).toBe('upheld');
    expect(deeds(ended.effects)).toEqual(['stop all clocks', 'paper delivery_record > case_supervisor']);
  });
});

describe('an appeal that ends without a decision', () => {
  it('expires by the clock of its window alone, and nothing follows from it', () => {
    expect(fire(APPEAL, AT.window_open, act.lapse('appeal.accept'))).toMatchObject({
      row: 'deadline',
      state: 'window_open',
    });
    const { state, effects } = playFrom(APPEAL, AT.window_open, act.lapse());
    expect(state).toBe('expired');
    expect(effects.filter(({ kind }) => kind === 'send_event' || kind === 'open_case')).toEqual([]);
  });

  it('expires of no other limit: a body that is late decides nothing by it', () => {
    for (const [state, clock] of [
      ['filed', 'appeal.accept'],
      ['curing', 'appeal.cure'],
      ['examining', 'appeal.decide'],
      ['executing', 'appeal.execute'],
    ] as const)
      expect(fire(APPEAL, AT[state], act.lapse(clock))).toMatchObject({ row: 'deadline', state });
  });

  it('is withdrawn by the person, and ended by the body: until then it may still be decided', () => {
    const asked = playFrom(APPEAL, AT.examining, act.withdraw());
    expect(asked.state).toBe('examining');
    expect(refusedBy(APPEAL, asked.snapshot, act.vary())).toBeNull();
    const ended = playFrom(APPEAL, asked.snapshot, act.end());
    expect(ended.state).toBe('withdrawn');
    expect(summary(ended.snapshot)).toMatchObject({ hasWithdrawn: true, result: null, nextStep: null });
  });

  it('is late but excused: the obstacle and its end stand in it, and the body rules on them', () => {
    const late = from(AT.expired, act.fileLate({ lateReason: 'force_majeure' }));
    expect(late.context).toMatchObject({
      isLate: true,
      lateReason: 'force_majeure',
      obstacleEndedOn: '2025-06-05',
    });
    expect(refusedBy(APPEAL, late, act.accept(BENCH))).toBe('lateness_is_ruled_on');
    const accepted = playFrom(APPEAL, late, act.accept(BENCH, { lateness: 'excused' }));
    expect(accepted.state).toBe('examining');
    const refused = playFrom(APPEAL, late, act.refuse('out_of_time', BENCH));
    expect(refused.state).toBe('refused');
  });
});

describe('who hears an appeal', () => {
  const PART: readonly Duty[] = ['received', 'handled', 'approved', 'case_reviewed', 'decided'];
  const SITTING: readonly (readonly [string, StoredSnapshot, (bench: typeof UPPER) => Played])[] = [
    ['accepts', AT.filed, (bench) => act.accept(bench)],
    ['refuses', AT.filed, (bench) => act.refuse('duplicate', bench)],
    ['decides', act.secondExamining, (bench) => act.uphold({}, bench)],
  ];

  it.each(PART.flatMap((duty) => SITTING.map(([what, ...rest]) => [duty, what, ...rest] as const)))(
    'nobody who %s in the family %s it',
    (duty, _, stored, event) => {
      const bench = [...UPPER.slice(0, 2), having(UPPER[2]!, duty)];
      expect(refusedBy(APPEAL, stored, event(bench))).toBe('keeps_duties_apart');
      expect(refusedBy(APPEAL, stored, event(UPPER))).toBeNull();
    },
  );

  it('is every duty there is, but that of having heard one', () => {
    expect([...PART, 'heard_appeal'].sort()).toEqual(Object.keys(DUTIES).sort());
  });

  it('is not the person it is about', () => {
    const bench = [...UPPER.slice(0, 2), { ...UPPER[2]!, person: SUBJECT.person }];
    expect(refusedBy(APPEAL, AT.filed, act.accept(bench))).toBe('is_not_concerned');
  });

  it('is on record with whoever voted against', () => {
    const members = votes(UPPER, [UPPER[2]!]);
    const { snapshot } = playFrom(APPEAL, act.secondExamining, act.vary({ members }, UPPER));
    expect(snapshot.context).toMatchObject({ minority: ['bruna'], panel: ['bela', 'boris', 'bruna'] });
  });
});

describe('what was decided', () => {
  const shown = [
    ...APPEAL_ROWS.flatMap(({ from: all, event }) => all.map((stored) => [stored, event] as const)),
    ...[...APPEAL_INTAKE_REFUSALS, ...APPEAL_DECISION_REFUSALS].map(
      (example) => [example.accepted.from ?? example.from, acceptedEvent(example)] as const,
    ),
  ];

  it('is carried out meanwhile: no step of an appeal pauses anything, or touches a clock of another kind', () => {
    for (const [stored, event] of shown)
      for (const effect of playFrom(APPEAL, stored, event).effects) {
        expect(effect.kind).not.toMatch(/pause/);
        if ('clock' in effect) expect(effect.clock).toMatch(/^appeal\./);
      }
  });

  it('is told of the appeal, and nothing there stops for it', () => {
    const opened = linked('APPEAL_OPENED', told(play(APPEAL, act.open()), 'APPEAL_OPENED'));
    const decidedOn = allegation.AT.decided_sanction;
    const result = playFrom(allegation.ALLEGATION, decidedOn, opened);
    expect(result.effects).toEqual([{ kind: 'record' }]);
    expect(result.snapshot.value).toEqual(decidedOn.value);
  });

  it('is told the sanction period by no event of its own: it runs until the decision falls', () => {
    const receivers = shown.flatMap(([stored, event]) =>
      playFrom(APPEAL, stored, event).effects.flatMap((effect) =>
        effect.kind === 'send_event' && 'procedure' in effect.to ? [effect.to.procedure] : [],
      ),
    );
    expect([...new Set(receivers)].sort()).toEqual(['allegation', 'clarification', 'tolerance_review']);
  });

  it('never becomes worse by it, whatever the panel thinks of it', () => {
    const heavier = act.vary({ decision: 'sanction', measure: 'demotion', minorHandling: undefined });
    expect(refusedBy(APPEAL, AT.examining, heavier)).toBe('is_never_worse');
    const lighter = act.vary({ decision: 'sanction', measure: 'warning', minorHandling: undefined });
    expect(refusedBy(APPEAL, AT.examining, lighter)).toBeNull();
  });
});
