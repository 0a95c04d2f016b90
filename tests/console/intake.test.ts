// @vitest-environment happy-dom
/** A complaint as it is keyed in: what is sent of it, what is asked for first, and how it is registered once and no more. */
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../console/src/api/problem.ts';
import {
  blankForm,
  donePart,
  fieldOf,
  instantOf,
  isUntouched,
  localTime,
  newPoint,
  openingData,
  previewData,
  registeringData,
  wrongIn,
  type IntakeForm,
} from '../../console/src/pages/intake/intake-form.ts';
import {
  newProgress,
  registerComplaint,
  type IntakeDoors,
  type Progress,
} from '../../console/src/pages/intake/register.ts';

const NOW = new Date('2026-11-25T02:30:40.500Z');
const filled = (more: Partial<IntakeForm> = {}): IntakeForm => ({
  ...blankForm(NOW),
  channel: 'letter',
  isNamed: true,
  reporter: { name: ' 李某 ', unit: '', contact: '13800000000' },
  subjects: [{ id: 'o-1', name: '王某' }],
  content: '反映某镇水务站站长收受礼金。',
  ...more,
});

describe('the form of a complaint', () => {
  it('shows and sends times as the body has them', () => {
    expect(localTime(NOW)).toBe('2026-11-25T10:30');
    expect(instantOf('2026-11-25T10:30')).toBe('2026-11-25T02:30:00.000Z');
    for (const odd of ['', '2026-11-25', '2026-13-40T10:00'])
      expect([odd, instantOf(odd)]).toEqual([odd, null]);
  });

  it('sends what was given and nothing empty', () => {
    expect(openingData(filled())).toEqual({
      channel: 'letter',
      receivedAt: '2026-11-25T02:30:00.000Z',
      subject: 'o-1',
      concernsHead: false,
      transmittalOnly: false,
      isRealName: true,
      content: '反映某镇水务站站长收受礼金。',
      reporter: { name: '李某', contact: '13800000000' },
    });
  });

  it('leaves the reporter out of an anonymous complaint, and every word out of a stub', () => {
    expect(openingData(filled({ isNamed: false }))).not.toHaveProperty('reporter');
    const stub = openingData(filled({ transmittalOnly: true }));
    expect(stub).not.toHaveProperty('reporter');
    expect(stub).not.toHaveProperty('content');
    expect(stub.isRealName).toBe(false);
  });

  it('tells a preview of deadlines nobody’s name and no word', () => {
    expect(JSON.stringify(previewData(filled({ reference: '信 12' })))).not.toMatch(/李某|o-1|水务站|信 12/);
  });

  it('makes the first of two persons the main one', () => {
    const two = filled({
      subjects: [
        { id: 'o-1', name: '' },
        { id: null, name: '' },
        { id: 'o-2', name: '' },
      ],
    });
    expect([openingData(two).subject, registeringData(two)]).toEqual(['o-2', { subject: 'o-1' }]);
    expect(registeringData(filled())).toEqual({});
  });

  it('asks for what is missing, in the order of the page', () => {
    const fields = (form: IntakeForm) => wrongIn(form, NOW).map(({ field, words }) => [field, words]);
    expect(fields(filled())).toEqual([]);
    expect(fields({ ...blankForm(NOW), receivedAt: '' })).toEqual([
      ['channel', 'needChannel'],
      ['receivedAt', 'needReceived'],
      ['isNamed', 'needNamed'],
    ]);
    expect(fields(filled({ receivedAt: '2026-11-25T10:31' }))).toEqual([['receivedAt', 'inFuture']]);
    expect(fields(filled({ reporter: { name: '', unit: '', contact: '' } }))).toEqual([
      ['contact', 'needContact'],
    ]);
    expect(fields(filled({ reporter: { name: '', unit: '', contact: '138' } }))).toEqual([
      ['contact', 'oddPhone'],
    ]);
    const point = { ...newPoint([], null), summary: '收受礼金' };
    expect(fields(filled({ points: [point] }))).toEqual([['point-1-subject', 'needPointSubject']]);
    expect(fields(filled({ content: 'x'.repeat(20_001) }))).toEqual([['content', 'tooLong']]);
    const third = ['o-1', 'o-2', 'o-3'].map((id) => ({ id, name: '' }));
    expect(fields(filled({ subjects: third }))).toEqual([['subject-2', 'needSubjectPoint']]);
    expect(fields(filled({ duplicateOf: { case: 'c', number: null, hasNewFacts: null } }))).toEqual([
      ['newFacts', 'needNewFacts'],
    ]);
  });

  it('marks the parts that need nothing more, and knows when nothing was typed', () => {
    const done = (form: IntakeForm) =>
      (['source', 'reporter', 'subjects', 'points'] as const).filter((part) => donePart(form, part, NOW));
    expect(done(blankForm(NOW))).toEqual([]);
    expect(done(filled())).toEqual(['source', 'reporter', 'subjects', 'points']);
    expect(isUntouched(blankForm(NOW, { channel: 'visit', receivedAt: '2026-11-24T09:00' }))).toBe(true);
    expect(isUntouched(filled())).toBe(false);
  });

  it('finds the field that the server speaks of', () => {
    expect(
      ['/data/channel', '/data/reporter/contact', '/data/subject', '/data/isRealName'].map(fieldOf),
    ).toEqual(['channel', 'contact', 'subject-0', 'isNamed']);
  });
});

describe('registering a complaint', () => {
  const refusal = (status: number, code = 'event-not-allowed') =>
    new ProblemError({ code, title: code, status });

  /** A server that remembers keys, and loses the answers it is told to lose. */
  function server(offers: readonly string[] = ['REGISTER', 'LINK_DUPLICATE']) {
    const answered = new Map<string, string>();
    const asked: [string, unknown][] = [];
    const state = {
      asked,
      lost: new Set<string>(),
      refuses: new Map<string, ProblemError>(),
      kept: null as unknown,
    };
    const answer = <T>(what: string, key: string, body: unknown, value: T): T => {
      const refused = state.refuses.get(what);
      if (refused) throw refused;
      const text = JSON.stringify(body);
      if (answered.has(key) && answered.get(key) !== text) throw refusal(422, 'idempotency-key-reused');
      if (!answered.has(key)) asked.push([what, body]);
      answered.set(key, text);
      if (state.lost.delete(what)) throw new ProblemError({ code: 'no-answer', title: '', status: 0 });
      return value;
    };
    const doors: IntakeDoors = {
      open: async (data, key) => answer('open', key, data, { id: 'c-1', version: 1 }),
      actions: async () => ({ version: asked.length, allowed: offers }),
      apply: async (_on, { type, data }, key) => {
        answer(type, key, data, null);
      },
      keepPoints: async (_caseId, data) => {
        state.kept = data;
      },
    };
    return { state, doors };
  }
  const kept = () => {
    const notes: Progress[] = [];
    return {
      notes,
      note: async (progress: Progress) => {
        notes.push(progress);
      },
      last: () => notes.at(-1)!,
    };
  };

  it('opens it, registers it, and keeps its points for the hand-over', async () => {
    const { state, doors } = server();
    const form = filled({ points: [{ ...newPoint([], 'o-1'), summary: '收受礼金' }] });
    const done = await registerComplaint(form, newProgress(), doors, kept().note);
    expect(done).toEqual({ caseId: 'c-1', keptPoints: true, stopped: null });
    expect(state.asked.map(([what]) => what)).toEqual(['open', 'REGISTER']);
    expect(state.kept).toEqual({
      allegations: [{ point: 'point-1', subject: 'o-1', isOfDuty: false, summary: '收受礼金' }],
    });
  });

  it('adds the points where the case takes them, and fires nothing the case does not offer', async () => {
    const { state, doors } = server(['ADD_ALLEGATION']);
    const form = filled({ points: [{ ...newPoint([], 'o-1'), summary: '收受礼金' }] });
    expect((await registerComplaint(form, newProgress(), doors, kept().note)).keptPoints).toBe(false);
    expect(state.asked.map(([what]) => what)).toEqual(['open', 'ADD_ALLEGATION']);
  });

  it('keeps its keys before it sends anything, and never doubles after a lost answer', async () => {
    for (const lost of ['open', 'REGISTER']) {
      const { state, doors } = server();
      const keeper = kept();
      state.lost.add(lost);
      const first = registerComplaint(filled(), newProgress(), doors, keeper.note);
      if (lost === 'open') await expect(first).rejects.toThrow();
      else expect((await first).stopped?.event).toBe('REGISTER');
      expect(keeper.notes[0]!.sent).toEqual(openingData(filled()));
      // What was changed meanwhile does not go out under the old key.
      const again = await registerComplaint(filled({ content: 'other' }), keeper.last(), doors, keeper.note);
      expect(again.stopped).toBeNull();
      expect(state.asked.map(([what]) => what)).toEqual(['open', 'REGISTER']);
    }
  });

  it('sends what was put right under a new key after a refusal', async () => {
    const { state, doors } = server();
    const keeper = kept();
    state.refuses.set('open', refusal(422, 'validation-failed'));
    const from = newProgress();
    await expect(registerComplaint(filled(), from, doors, keeper.note)).rejects.toThrow();
    expect([keeper.last().sent, keeper.last().keys.open === from.keys.open]).toEqual([null, false]);
    state.refuses.clear();
    await registerComplaint(filled({ content: 'put right' }), keeper.last(), doors, keeper.note);
    expect(state.asked[0]).toEqual(['open', expect.objectContaining({ content: 'put right' })]);
  });

  it('says which step was refused once the case exists, and goes on there', async () => {
    const { state, doors } = server();
    const keeper = kept();
    const form = filled({ duplicateOf: { case: 'c-0', number: null, hasNewFacts: true } });
    const no = refusal(409);
    state.refuses.set('LINK_DUPLICATE', no);
    const stopped = await registerComplaint(form, newProgress(), doors, keeper.note);
    expect(stopped).toEqual({
      caseId: 'c-1',
      keptPoints: false,
      stopped: { event: 'LINK_DUPLICATE', error: no },
    });
    state.refuses.clear();
    await registerComplaint(form, keeper.last(), doors, keeper.note);
    expect(state.asked.map(([what]) => what)).toEqual(['open', 'REGISTER', 'LINK_DUPLICATE']);
  });
});
