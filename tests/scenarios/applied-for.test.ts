// A clarification that somebody applies for hangs on its allegation like one that a finding opens: what it sends there
// arrives. Played like the sample scenarios.
import { expect, it } from 'vitest';
import type { Scenario } from '../../src/cli/demo/scenario.ts';
import { describeApi } from '../harness.ts';
import { casesOf, doneBy, expectedOf, perform, READER } from './playing.ts';

const verification = { disposition: 'preliminary_verification' } as const;

const APPLIED_FOR: Scenario = {
  id: 'applied-for',
  title: 'Declined first, applied for later, returned for more verification',
  dayZero: '2025-06-09',
  steps: [
    {
      day: 0,
      by: 'p-chen',
      opens: 'complaint',
      as: 'report',
      says: 'a letter comes in',
      data: { channel: 'letter', subject: 'p-yang' },
      due: { 'report.accept_notice': 21, 'report.route_out': 7 },
    },
    { day: 0, by: 'p-chen', on: 'report', event: 'REGISTER', says: 'registered', data: {} },
    {
      day: 0,
      by: 'p-chen',
      on: 'report',
      event: 'ACCEPT',
      says: 'accepted',
      data: {},
      due: { 'report.hand_over': 3 },
    },
    {
      day: 0,
      by: 'p-chen',
      on: 'report',
      event: 'HAND_OVER',
      says: 'handed over',
      data: { supervisorInformed: true, allegations: [{ point: 'gift', subject: 'p-yang' }] },
      finds: {
        gift: { procedure: 'allegation', where: { point: 'gift' }, due: { 'report.disposition': 30 } },
      },
    },
    {
      day: 1,
      by: 'p-sun',
      on: 'gift',
      event: 'PROPOSE_DISPOSITION',
      says: 'proposed',
      data: { ...verification, isRecusalClear: true, isStudiedCollectively: true },
    },
    {
      day: 1,
      by: 'p-lin',
      on: 'gift',
      event: 'APPROVE_DISPOSITION',
      says: 'approved',
      data: verification,
      due: { 'report.verify': 63 },
    },
    {
      day: 2,
      by: 'p-wu',
      on: 'gift',
      event: 'RECORD_MATERIAL',
      says: 'a paper goes into the file',
      data: {},
    },
    {
      day: 3,
      by: 'p-wu',
      on: 'gift',
      event: 'SUBMIT_VERIFICATION_REPORT',
      says: 'report: untrue',
      data: { participants: ['p-zhou'], finding: 'untrue', evidence: ['e1'] },
    },
    {
      day: 3,
      by: 'p-zhang',
      on: 'gift',
      event: 'APPROVE_FINDINGS',
      says: 'finding approved',
      data: {},
      also: { report: { due: { 'report.close': 35 } } },
      finds: {
        offered: { procedure: 'clarification', where: { point: 'gift' }, due: { 'clar.assess': 10 } },
      },
    },
    {
      day: 4,
      by: 'p-sun',
      on: 'offered',
      event: 'ASSESS_NEEDED',
      says: 'needed',
      data: { ground: 'bad_effect', damage: 'unit', reason: 'There is talk.' },
      due: { 'clar.review': 18 },
    },
    {
      day: 6,
      by: 'p-gao',
      on: 'offered',
      event: 'PASS_CHECK',
      says: 'no objection',
      data: { reason: 'No objection.' },
      state: 'checked',
      due: { 'clar.approve': 11 },
    },
    {
      day: 7,
      by: 'p-wu',
      on: 'offered',
      event: 'CONSULT_SUBJECT',
      says: 'the person declines',
      data: { agrees: false, participants: ['p-zhou'] },
      state: 'declined_by_subject',
    },
    {
      day: 14,
      by: 'p-chen',
      opens: 'clarification',
      as: 'applied',
      says: 'the person thinks better of it and applies',
      data: ({ id }) => ({ onBehalfOf: 'subject', allegation: id('gift'), reason: 'The talk goes on.' }),
      state: 'assessing',
      due: { 'clar.assess': 21 },
    },
    {
      day: 15,
      by: 'p-sun',
      on: 'applied',
      event: 'ASSESS_NEEDED',
      says: 'needed',
      data: { ground: 'bad_effect', damage: 'unit', reason: 'There is talk.' },
      state: 'in_joint_check',
      due: { 'clar.review': 29 },
    },
    {
      day: 16,
      by: 'p-gao',
      on: 'applied',
      event: 'RETURN_FOR_MORE',
      says: 'the joint check finds the facts thin',
      data: { reason: 'One paper is little.' },
      state: 'assessing',
      also: { gift: { state: 'preliminary_verification', due: { 'report.verify': 77 } } },
    },
  ],
  ends: { states: {}, root: 'report', family: {}, owes: {}, running: {}, identities: 0 },
};

describeApi('a clarification that is applied for', (start) => {
  it('hangs on its allegation, so that a return for more verification reaches it', async () => {
    const api = await start();
    const performance = await perform(api, [APPLIED_FOR]);
    expect(performance.played.map(doneBy)).toEqual(performance.played.map(expectedOf));
    const cases = casesOf(performance, APPLIED_FOR);
    const family = await api.operations.listCaseFamily(READER, cases.get('report') ?? '');
    expect(family.find(({ id }) => id === cases.get('applied'))?.links).toEqual([
      { type: 'clarifies', parent: cases.get('gift') },
    ]);
  });
});
