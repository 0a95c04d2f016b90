/** What a step leaves behind besides the cases it moves: journal entries, keys, links, duties, recusals, persons, team. */
import type { StepGroup } from '../../db/queries/step-write.ts';
import { slotsOf } from '../domain/duty.ts';
import type { Effect, EventData, LinkType } from '../domain/effect.ts';
import { partPersonal } from '../domain/personal-fields.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { Accepted } from '../engine/step.ts';
import { concernedIn } from '../machines/generic-guards.ts';
import type { Facts } from '../machines/procedure.ts';
import { marksOf } from './identity-marks.ts';
import { makeEntry } from './journal-entry.ts';
import type { PlanInput } from './plan-input.ts';
import type { Runtime } from './runtime.ts';
import { freshKey, type SealKey } from './sealing.ts';
import { teamOf } from './team.ts';
import type { Working } from './working-case.ts';

type RowsOf<Name extends keyof StepGroup> = Extract<StepGroup[Name], readonly unknown[]>[number][];

/** An event that was accepted, with what its effects came to. */
export interface Accepting {
  readonly type: string;
  readonly data: EventData;
  readonly text?: EventData | undefined;
  readonly identity?: EventData | undefined;
  readonly outcomes: readonly unknown[];
}

export class StepRecord {
  readonly #runtime: Runtime;
  readonly #input: Pick<PlanInput, 'recorded' | 'pseudonym'>;
  readonly #entries: RowsOf<'entries'> = [];
  readonly #sealed: RowsOf<'sealed'> = [];
  readonly #keys: RowsOf<'keys'> = [];
  readonly #links: RowsOf<'links'> = [];
  readonly #duties: RowsOf<'duties'> = [];
  readonly #recusals: RowsOf<'recusals'> = [];
  readonly #persons: RowsOf<'persons'> = [];
  readonly #team: RowsOf<'team'> = [];
  readonly #marks: RowsOf<'marks'> = [];

  constructor(runtime: Runtime, input: Pick<PlanInput, 'recorded' | 'pseudonym'>) {
    this.#runtime = runtime;
    this.#input = input;
  }

  /** Everything noted, as the one write takes it. */
  rows() {
    return {
      entries: this.#entries,
      sealed: this.#sealed,
      keys: this.#keys,
      links: this.#links,
      duties: this.#duties,
      recusals: this.#recusals,
      persons: this.#persons,
      team: this.#team,
      marks: this.#marks,
    };
  }

  freshKey(purpose: 'family' | 'identity'): SealKey {
    const { key, row } = freshKey(this.#runtime.masterKey, purpose);
    this.#keys.push(row);
    return key;
  }

  link(child: Working, parent: Working, type: LinkType): void {
    this.#links.push({ child_id: child.row.id, parent_id: parent.row.id, type });
  }

  recusal(
    { row }: Working,
    effect: Extract<Effect, { kind: 'request_recusal' | 'decide_recusal' }>,
    at: Instant,
  ): void {
    const status = effect.kind === 'request_recusal' ? 'requested' : effect.granted ? 'granted' : 'refused';
    this.#recusals.push({
      family_id: row.family_id,
      person_id: effect.person,
      status,
      ground: effect.kind === 'request_recusal' ? effect.ground : '',
      case_id: row.id,
      changed_at: at,
    });
  }

  duties({ row }: Working, { duties }: Accepted): void {
    for (const { person, duty } of duties)
      for (const slot of slotsOf(duty))
        if (!this.#duties.some((known) => known.person_id === person && known.slot === slot))
          this.#duties.push({
            family_id: row.family_id,
            person_id: person,
            slot,
            duty,
            case_id: row.id,
          });
  }

  /** The entry of an event, with whom it brings into the case; answers the hash that the next one names. */
  event(of: Working, result: Accepted, facts: Facts, event: Accepting): string {
    const { row, procedure, pinned, key, snapshot } = of;
    const type = `${procedure.name}.${event.type}`;
    const { text, identity } = partPersonal(pinned.profile.personalFields, type, event);
    const hasIdentity = Object.keys(identity).length > 0;
    const { entry, sealed } = makeEntry({
      type,
      time: facts.at,
      recorded: this.#input.recorded,
      actor: this.#input.pseudonym,
      outcome: 'accepted',
      case: { id: row.id, seq: facts.version, prev: row.head_hash === '' ? null : row.head_hash },
      procedure: { name: procedure.name, version: procedure.version, hash: row.definition_hash },
      profile: pinned.hash,
      disclosed: [
        { name: 'data', value: event.data },
        { name: 'facts', value: facts },
        { name: 'effects', value: event.outcomes },
        { name: 'text', value: text, sealedBy: key },
        ...(hasIdentity
          ? [{ name: 'identity' as const, value: identity, sealedBy: this.freshKey('identity') }]
          : []),
      ],
    });
    this.#entries.push(entry);
    this.#sealed.push(...sealed);
    if (hasIdentity) this.#marks.push(...marksOf(this.#runtime.lookupKey, row.id, identity));
    const known = concernedIn(snapshot.context);
    for (const person of concernedIn(result.snapshot.context))
      if (!known.includes(person)) this.#persons.push({ person_id: person, case_id: row.id });
    this.#team.push(...teamOf(event, row));
    return entry.leaf_hash;
  }
}
