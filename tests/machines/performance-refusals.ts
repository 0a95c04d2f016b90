/** What a performance review refuses, guard by guard, each beside the same situation in which it says yes. */
import { PROFILE } from './play.ts';
import * as act from './performance-acts.ts';
import { AT, elsewhere, filing } from './performance-acts.ts';
import { someone, SUBJECT } from './people.ts';
import type { GuardExample } from './tables.ts';

/** A body with a kind of its own that stands for one of the six. */
const OWN_KIND = {
  ...PROFILE,
  lists: {
    ...PROFILE.lists,
    sham_kinds: [
      ...PROFILE.lists.sham_kinds,
      { code: 'waits_for_orders', zh: '等靠要', en: 'Waits for orders', mapsTo: 'sham_slow', basis: ['D'] },
    ],
  },
};
const before = (period: string) => elsewhere('performance_review', 'concluded_no_lead', { period });
/** On an act that has a name. */
const onTheWall = (data: object = {}) => act.signal('s1', { act: 'flood-wall', ...data }, [filing()]);
const oneOfThem = act.waiting({ act: 'flood-wall' });

const OPENING: readonly GuardExample[] = [
  {
    guard: 'is_not_of_oneself',
    name: 'nobody reviews their own performance',
    from: AT.opening,
    event: act.open({}, [], someone(SUBJECT.person, ['org_personnel'])),
    accepted: act.open(),
  },
  {
    guard: 'is_the_only_review_of_the_period',
    name: 'a person is reviewed once for a period',
    from: AT.opening,
    event: act.open({}, [before('2025-Q2')]),
    accepted: act.open({}, [before('2025-Q1')]),
  },
];

const SIGNALS: readonly GuardExample[] = [
  {
    guard: 'signal_is_new',
    name: 'a code stands for one signal',
    from: act.waiting(),
    event: act.signal('s0'),
    accepted: act.signal('s1'),
  },
  {
    guard: 'kind_is_listed',
    name: 'only a listed kind is named',
    from: AT.collecting,
    event: act.signal('s1', { kind: 'waits_for_orders' }),
    accepted: { profile: OWN_KIND },
  },
  ...(['2025-03-31', '2025-07-01', '2024-05-12'] as const).map((observedOn): GuardExample => ({
    guard: 'lies_in_the_period',
    name: `what was seen on ${observedOn} belongs to another period`,
    from: AT.collecting,
    event: act.signal('s1', { observedOn }),
    accepted: act.signal('s1', { observedOn: '2025-04-01' }),
  })),
  {
    guard: 'lies_in_the_period',
    name: 'nothing is seen tomorrow',
    from: AT.collecting,
    event: act.signal('s1', { observedOn: '2025-06-10' }),
    accepted: act.signal('s1', { observedOn: '2025-06-09' }),
  },
  ...(['accepted', 'used', 'lapsed'] as const).map((state): GuardExample => ({
    guard: 'a_filed_risk_is_not_labelled',
    name: `a risk that was filed is not labelled: ${state}`,
    from: AT.collecting,
    event: act.signal('s1', { act: 'flood-wall' }, [filing(state)]),
    accepted: act.signal('s1', { act: 'flood-wall' }, [filing('breached')]),
  })),
  {
    guard: 'a_filed_risk_is_not_labelled',
    name: 'a risk that was filed is labelled only with a statement',
    from: AT.collecting,
    event: onTheWall(),
    accepted: onTheWall({ isNotAboutGenuineRisk: true }),
  },
  {
    guard: 'a_filed_risk_is_not_labelled',
    name: 'a signal that names no act may be about the filed one',
    from: AT.collecting,
    event: act.signal('s1', {}, [filing()]),
    accepted: act.signal('s1', { act: 'canteen' }, [filing()]),
  },
  {
    guard: 'a_filed_risk_is_not_labelled',
    name: 'a signal without a code labels nobody',
    from: AT.collecting,
    event: onTheWall(),
    accepted: onTheWall({ kind: undefined }),
  },
];

const REVIEW: readonly GuardExample[] = [
  ...([true, false] as const).flatMap((counts): GuardExample[] => [
    {
      guard: 'signal_waits',
      name: `a signal is looked at once: counts ${String(counts)}`,
      from: act.oneCounts,
      event: act.review('s0', counts),
      accepted: { from: act.waiting() },
    },
    {
      guard: 'is_reviewed_by_another',
      name: `nobody looks at their own signal a second time: counts ${String(counts)}`,
      from: act.waiting(),
      event: act.review('s0', counts, { by: someone(act.PERSONNEL.person, ['case_supervisor']) }),
      accepted: act.review('s0', counts),
    },
  ]),
  {
    guard: 'is_reviewed_by_another',
    name: 'nobody dismisses a signal of their own',
    from: act.oneCounts,
    event: act.dismiss('s0', someone(act.PERSONNEL.person, ['reviewer'])),
    accepted: act.dismiss('s0'),
  },
  {
    guard: 'a_filed_risk_is_not_counted',
    name: 'a code on a filed risk counts only with a statement of the reviewer',
    from: oneOfThem,
    event: act.review('s0', true, { facts: { elsewhere: [filing()] } }),
    accepted: act.review('s0', true, { facts: { elsewhere: [filing()] }, stated: true }),
  },
  {
    guard: 'a_filed_risk_is_not_counted',
    name: 'a filed risk bars a code, not what was seen',
    from: oneOfThem,
    event: act.review('s0', true, { facts: { elsewhere: [filing()] } }),
    accepted: { from: act.waiting({ act: 'flood-wall', kind: undefined }) },
  },
  {
    guard: 'signal_counts',
    name: 'what never counted is not dismissed',
    from: act.waiting(),
    event: act.dismiss('s0'),
    accepted: { from: act.oneCounts },
  },
];

const CONCLUSION: readonly GuardExample[] = [
  ...([act.conclude(), act.conclude('talk')] as const).map((event): GuardExample => ({
    guard: 'nothing_waits_for_review',
    name: `nothing is concluded over a signal that waits: ${String(event.data?.result)}`,
    from: act.waiting(),
    event,
    accepted: { from: act.oneCounts },
  })),
  ...([act.decide(), act.decide('adjustment')] as const).flatMap((event): GuardExample[] => [
    {
      guard: 'nothing_waits_for_review',
      name: `the body concludes nothing over a signal that waits: ${String(event.data?.result)}`,
      from: act.waiting(),
      event,
      accepted: { from: act.twoSources },
    },
    {
      guard: 'rests_on_several_sources',
      name: `a single event is no ground: ${String(event.data?.result)}`,
      from: act.oneCounts,
      event,
      accepted: { from: act.twoSources },
    },
    {
      guard: 'rests_on_several_sources',
      name: `two signals of one source are one source: ${String(event.data?.result)}`,
      from: act.counted('audit', 'audit'),
      event,
      accepted: { from: act.counted('audit', 'petition') },
    },
  ]),
  {
    guard: 'rests_on_a_signal',
    name: 'a talk is held about something that counts',
    from: AT.collecting,
    event: act.conclude('talk'),
    accepted: { from: act.oneCounts },
  },
];

export const PERFORMANCE_REFUSALS: readonly GuardExample[] = [
  ...OPENING,
  ...SIGNALS,
  ...REVIEW,
  ...CONCLUSION,
];
