/**
 * What an assessor is asked on each of the six factors, and what usually speaks for which rating (domain brief 2.1).
 * Anchors are examples to think by and no rule: a rating rests on its reasoning, and nothing is counted or added up.
 */
import type { Factor, Rating } from './tolerance.ts';
import type { Words } from './vocabulary.ts';

/** Fewer characters than these are no reasoning. */
export const LEAST_REASONING = 30;

export interface Anchor {
  readonly rating: Rating;
  readonly words: Words;
}

export interface FactorGuide {
  readonly asks: Words;
  readonly anchors: readonly Anchor[];
}

const anchor = (rating: Rating, zh: string, en: string): Anchor => ({ rating, words: { zh, en } });

export const FACTOR_GUIDES: Readonly<Record<Factor, FactorGuide>> = {
  motive_attitude: {
    asks: {
      zh: '出于公心还是私利？失误还是故意？是否如实承认？',
      en: 'Was the purpose public or private, a slip or intent, and was it admitted?',
    },
    anchors: [
      anchor('supports', '出于公心，事后如实说明', 'For the public good, and told openly'),
      anchor('against', '有意回避责任，避重就轻', 'Shirked the duty, or told only the lesser part'),
      anchor('bars', '谋取任何私利', 'Any private gain'),
    ],
  },
  objective_conditions: {
    asks: {
      zh: '能否预见？是否先行先试、应急处置、不可抗力？',
      en: 'Could it be foreseen? Was it a first trial, an emergency, or force majeure?',
    },
    anchors: [
      anchor('supports', '先行先试，或者紧急情况下处置', 'A first trial, or an emergency'),
      anchor('neutral', '条件一般，没有特殊困难', 'Ordinary conditions, no special difficulty'),
      anchor('against', '疏于履职，本可预见', 'Negligence: it could have been foreseen'),
    ],
  },
  procedure_method: {
    asks: {
      zh: '是否集体决策、在职权之内、请示报告、听取专家意见？',
      en: 'Was it decided together, within powers, reported, and with expert advice?',
    },
    anchors: [
      anchor('supports', '集体研究，留有记录', 'Decided together, with a record'),
      anchor('against', '个人擅自决定', 'One person decided alone'),
      anchor('bars', '明知超越职权仍然为之', 'Powers were knowingly exceeded'),
    ],
  },
  nature_degree: {
    asks: {
      zh: '失误还是违规？无明确规定还是明令禁止？是否再犯？',
      en: 'A slip or a breach? A grey zone or an explicit ban? Was it repeated?',
    },
    anchors: [
      anchor('supports', '没有明确限制的探索', 'Exploration where nothing was clearly restricted'),
      anchor('against', '同类失误再次发生', 'The same kind of slip again'),
      anchor('bars', '无视明令禁止', 'An explicit ban was ignored'),
    ],
  },
  consequence_impact: {
    asks: {
      zh: '损失多大？是否危及安全？能否挽回？社会影响如何？',
      en: 'How great was the loss, was safety at stake, can it be undone, how did the public take it?',
    },
    anchors: [
      anchor('supports', '损失轻微，已经挽回', 'Little was lost, and it was made good'),
      anchor('against', '造成较大损失或者不良影响', 'Considerable loss, or ill effect in public'),
      anchor('bars', '人员死亡或者重大事故', 'Deaths, or a major accident'),
    ],
  },
  remedy_of_loss: {
    asks: {
      zh: '是否及时处置、挽回损失、如实报告？',
      en: 'Was it acted on at once, was the loss recovered, was the truth told?',
    },
    anchors: [
      anchor('supports', '立即补救并如实报告', 'Put right at once and reported truthfully'),
      anchor('neutral', '按要求配合补救', 'Helped to put it right when asked'),
      anchor('against', '隐瞒或者拖延', 'Concealed, or delayed'),
    ],
  },
};
