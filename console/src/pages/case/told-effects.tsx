/** What an event brought with it, in words: each effect by its kind and what it is about. */
import { useCodes, type Codes } from '../../words/codes.ts';

type Effect = Readonly<Record<string, unknown>>;

export function ToldEffects({ effects, procedure }: { effects: readonly unknown[]; procedure: string }) {
  const said = sayEffects(effects, procedure, useCodes());
  if (said.length === 0) return null;
  return (
    <ul className="told-effects">
      {said.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

/** A sentence for each effect; what leaves only its entry needs none. Effects of one wording are said once. */
function sayEffects(effects: readonly unknown[], procedure: string, codes: Codes): string[] {
  const { code, pair } = codes;
  const said = effects
    .filter((effect): effect is Effect => typeof effect === 'object' && effect !== null)
    // What the profile switches off happened on paper only.
    .filter(({ kind, isOff }) => kind !== 'record' && isOff !== true)
    .map((effect) => {
      const kind = code('effect', String(effect.kind));
      const about = [...aboutOf(effect, procedure, code), ...whoIn(effect, codes)];
      return about.length === 0 ? kind : pair(kind, about.join(' · '));
    });
  return [...new Set(said)];
}

function aboutOf(effect: Effect, procedure: string, code: Codes['code']): string[] {
  const { clock, paper, notice, to } = effect;
  const opened = effect.procedure;
  const target = typeof to === 'object' && to !== null && 'procedure' in to ? to.procedure : undefined;
  return [
    ...(typeof clock === 'string' ? [code('clock', clock)] : []),
    ...(typeof paper === 'string' ? [code('paper', paper, procedure)] : []),
    ...(typeof notice === 'string' ? [code('notice', notice)] : []),
    ...(typeof opened === 'string' ? [code('procedure', opened)] : []),
    ...(typeof target === 'string' ? [code('procedure', target)] : []),
  ];
}

/** Whom a paper or a notice goes to. */
function whoIn({ who, to }: Effect, { code, list }: Codes): string[] {
  const named: unknown = Array.isArray(who) ? who : to;
  return Array.isArray(named) && named.length > 0
    ? [list(named.map((one) => code('recipient', String(one))))]
    : [];
}

/** Whether an event changed where the case stands in time, told others, or reached into other cases: for filters. */
export type EffectGroup = 'clocks' | 'papers' | 'links';
const GROUPS: readonly (readonly [EffectGroup, RegExp])[] = [
  ['clocks', /clock/],
  ['papers', /^(?:issue_document|notify)$/],
  ['links', /^(?:open_case|send_event)$/],
];

export const groupsOf = (effects: readonly Effect[]): Set<EffectGroup> =>
  new Set(
    GROUPS.filter(([, kinds]) => effects.some(({ kind }) => kinds.test(String(kind)))).map(
      ([group]) => group,
    ),
  );
