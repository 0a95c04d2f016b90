/**
 * One line on each code whose label does not say it all. Labels are in `src/domain/words/`, or beside the code. Typed by
 * the codes themselves, so that a new code without its line does not compile.
 */
import type { EffectKind } from '../../domain/effect.ts';
import type { DayKind } from '../../domain/calendar.ts';
import type { Duty } from '../../domain/duty.ts';
import type { Unit } from '../../domain/limit.ts';
import type { ListName } from '../../domain/profile.ts';
import type { Role } from '../../domain/vocabulary.ts';
import type { RefusalReason } from '../../engine/step.ts';
import type { Decision, Disposition, MATERIALS } from '../../machines/allegation-events.ts';
import type { Circle, Form } from '../../machines/clarification-events.ts';
import type { CHANNELS } from '../../machines/complaint-events.ts';
import type { ACCUSER_KINDS } from '../../machines/false-accusation-events.ts';
import type { REVIEW_RESULTS, SOURCES } from '../../machines/performance-review-events.ts';
import type {
  DELIVERY_MANNERS,
  INTAKE_REFUSALS,
  REVOCATION_GROUNDS,
} from '../../machines/tolerance-review-events.ts';

type Lines<Code extends string> = Readonly<Record<Code, string>>;

/** What each role is there for; what it may fire is in the tables of events. */
export const ROLE_LINES: Readonly<Record<Role, string>> = {
  reporter: 'who reports; sees the own report and where it stands',
  subject: 'who is reported; explains, applies, asks for a recusal',
  subject_unit: 'the party organisation of the unit of that person; applies, carries out clarification',
  reception_officer: 'takes in, registers, checks identity, routes; does not investigate',
  identity_custodian:
    'hands over an identity that two persons opened; may propose an erasure; handles no case',
  handler: 'verifies, records evidence, drafts, visits; two or more for an interview or a report',
  handling_dept_head: 'proposes after collective study, accepts, completes, closes',
  case_supervisor: 'sees clocks, is told of overruns, files and archives',
  reviewer:
    'checks facts, procedure and law of a case that others investigated; takes a second look at signals',
  approver_incharge: 'approves dispositions, extensions, clarifications; suspends and resumes',
  approver_head: 'approves findings, files cases, decides on recusals, reopens',
  collegial_body:
    'decides on sanctions, tolerance, false accusations and leads of a performance review, as a body',
  tolerance_panel:
    'is consulted on tolerance; may send a proposal back; accepts or refuses filed risks, as a body',
  org_personnel:
    'registers sanctions, reviews use, carries out what an appeal changed, reviews performance; may bring in a report',
  superior_body:
    'decides on the recusal of the head, false accusations, tracings, further steps of an appeal; designates, may reopen',
  appeals_panel: 'hears an appeal within the body; nobody who acted in the original case',
  auditor: 'reads the whole journal and no case',
  api_client: 'a connected system: opens complaints, reads every case, adds notes, asks who may be promoted',
  administrator: 'keeps units, persons, posts and keys; holds no case role and sees no case',
  system: 'the engine: links between cases and clocks; nobody can hold it',
};

export const DUTY_LINES: Readonly<Record<Duty, string>> = {
  received: 'taken on by registering, checking identity, routing, accepting, handing over',
  handled: 'taken on by proposing, recording evidence, reporting, assessing, hearing, closing',
  approved: 'taken on by approving, returning, filing, withholding, refusing intake',
  case_reviewed:
    'taken on by reviewing a case, by a joint check, passed or sent back, or by a second look at a signal',
  decided: 'taken on by every member of the body that decided',
  heard_appeal: 'heard or decided an appeal',
};

export const DISPOSITION_LINES: Lines<Disposition> = {
  letter_inquiry: 'ask the person, in a talk or by letter',
  preliminary_verification: 'check the facts before a case is filed',
  shelved: 'keep until it can be checked; looked at again by a clock',
  closed_no_action: 'end it',
  sent_to_investigation: 'pass it to the investigation department',
};

export const DECISION_LINES: Lines<Decision> = {
  dismiss: 'facts not established',
  no_sanction: 'no measure is imposed',
  exempt: 'a fault, and no sanction',
  sanction: 'a sanction, with its measure',
};

export const MATERIAL_LINES: Lines<(typeof MATERIALS)[number]> = {
  document: 'document',
  phone_note: 'note of a telephone call',
  statement: 'written statement',
  electronic: 'electronic data',
  physical: 'object',
  expert_opinion: 'opinion of an expert',
  other: 'anything else',
};

export const CHANNEL_LINES: Lines<(typeof CHANNELS)[number]> = {
  web: 'web portal',
  letter: 'letter',
  visit: 'visit',
  phone: 'telephone',
  email: 'e-mail',
  inspection: 'inspection',
  other_organ: 'passed on by another organ',
  media: 'media',
  own_finding: 'found by this body in another procedure',
  other: 'anything else',
};

export const ACCUSER_KIND_LINES: Lines<(typeof ACCUSER_KINDS)[number]> = {
  official: 'an official or party member; a new case opens here',
  other: 'anybody else; passed to the competent organ',
};

export const SIGNAL_SOURCE_LINES: Lines<(typeof SOURCES)[number]> = {
  inspection: 'inspection',
  appraisal: 'appraisal',
  audit: 'audit',
  petition: 'petitions',
};

export const REVIEW_RESULT_LINES: Lines<(typeof REVIEW_RESULTS)[number]> = {
  no_lead: 'nothing follows',
  talk: 'a talk',
  adjustment: 'an adjustment of post; no sanction',
  accountability_lead: 'a lead: a complaint opens',
};

export const CIRCLE_LINES: Lines<Circle> = {
  person: 'the person alone',
  department: 'the department',
  unit: 'the unit',
  system: 'all units of the line',
  public: 'the public',
};

export const FORM_LINES: Lines<Form> = {
  written: 'letter; any other form has to be accompanied by it',
  in_person: 'face to face',
  meeting: 'in a meeting',
  circular: 'by circular',
};

export const DELIVERY_LINES: Lines<(typeof DELIVERY_MANNERS)[number]> = {
  in_person: 'handed over',
  left_with_witness: 'left in the presence of a witness',
  post: 'by post',
  notice: 'by public notice',
};

export const INTAKE_REFUSAL_LINES: Lines<(typeof INTAKE_REFUSALS)[number]> = {
  not_competent: 'another body is competent',
  no_accountability_matter: 'nobody is held to account',
  duplicate: 'it was applied for already',
  late_without_reason: 'late; the duty to look ex officio stays',
};

export const REVOCATION_LINES: Lines<(typeof REVOCATION_GROUNDS)[number]> = {
  concealed_facts: 'facts were concealed',
  new_evidence: 'new evidence came up',
  private_gain: 'private gain was found',
};

export const UNIT_LINES: Lines<Unit> = {
  working_day: 'holidays out, make-up working days in',
  calendar_day: 'every day counts',
  month: 'to the corresponding date, or the last day of a shorter month',
  quarter: 'to the end of the calendar quarter',
  second: 'for drills: exact time, no calendar',
};

export const DAY_LINES: Lines<DayKind> = {
  working: 'a plain working day',
  make_up: 'a day of the weekend that is worked',
  weekend: 'not worked',
  holiday: 'not worked',
};

export const LIST_LINES: Lines<ListName> = {
  tolerance_conditions: 'all have to hold',
  tolerance_exclusions: 'none may hold',
  clarification_grounds: 'one makes a clarification needed',
  clarification_refusals: 'one is named where nothing is clarified',
  non_acceptance_reasons: 'one is named on declining',
  suspension_grounds: 'one is named on suspending',
  recusal_grounds: 'one is named on asking for a recusal',
  late_reasons: 'why an application came late',
  retained_reasons: 'why a lead is shelved or ended',
  minor_handling: 'how a minor matter ends',
  false_accusation_aggravations: 'each makes a false accusation graver',
  tracing_grounds: 'one is named on asking to trace an anonymous reporter',
  risk_matters: 'what a unit may file before it acts',
  use_review_bars: 'one bars use after a sanction',
  sham_kinds: 'kinds of sham performance, each mapped to one of the six',
};

export const EFFECT_LINES: Lines<EffectKind> = {
  start_clock: 'a clock starts; `isOff` where the profile switches it off',
  stop_clock: 'it ends, met or not',
  pause_clock: 'it stands still',
  resume_clock: 'it runs again, with the days given back',
  extend_clock: 'by the amount and cap of the profile',
  pause_clocks: 'suspension: the clocks the profile names',
  resume_clocks: 'resumption: the same',
  stop_all_clocks: 'every way into a closed state',
  open_case: 'a linked case opens in the same step',
  send_event: 'a linked case takes an event in the same step',
  issue_document: 'which paper is owed, and to whom; it is drawn after the step',
  notify: 'who is to be told; sending it is not built yet',
  request_recusal: 'the person may not act from now on',
  decide_recusal: 'the person stands aside for good, or may act again',
  record: 'an entry in the journal and nothing else',
};

export const REFUSAL_LINES: Readonly<
  Record<RefusalReason, { readonly line: string; readonly status: string }>
> = {
  unknown_event: { line: 'the procedure has no such event', status: '422' },
  not_in_this_state: { line: 'the present state does not take it', status: '409' },
  person: { line: 'role, recusal, separation of duties, too few persons', status: '403' },
  guard: { line: 'a condition is not met; `guard` names it', status: '409' },
};
