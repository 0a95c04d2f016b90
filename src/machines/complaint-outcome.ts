/**
 * What the allegations of a complaint add up to: whether they are concluded, whether the complaint may close, and with
 * which outcome. Read from the facts of the family; an allegation that will close with the complaint counts as closed.
 */
import { isClarifiable, needsNothingMore } from './allegation-findings.ts';
import type { FamilyMember, Facts } from './procedure.ts';

/** From light to grave; the gravest outcome of any allegation is the complaint's (1.1). */
export const OUTCOMES = [
  'merged',
  'closed_no_action',
  'closed_untrue',
  'closed_not_proven',
  'case_dismissed',
  'closed_minor_handling',
  'decided_no_sanction',
  'decided_exempt',
  'decided_sanction',
  'transferred_criminal',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const allegationsIn = ({ family }: Facts): FamilyMember[] =>
  (family ?? []).filter(({ procedure, relation }) => procedure === 'allegation' && relation === 'child');

/** Waits for nothing but the complaint's own closing; one that is suspended keeps the complaint open (1.1). */
export const closesWithComplaint = ({ state, isSuspended, summary }: FamilyMember): boolean =>
  state === 'findings_approved' && isSuspended !== true && needsNothingMore(summary.finding);

/** Closed, or about to be closed by the complaint. */
const isAtItsEnd = (member: FamilyMember): boolean => !member.isOpen || closesWithComplaint(member);

/** The reporter can be told: every allegation has an approved conclusion or is shelved, and not all are shelved. */
export function areConcluded(facts: Facts): boolean {
  const allegations = allegationsIn(facts);
  const hasConclusion = ({ isOpen, summary }: FamilyMember) => !isOpen || summary.isFindingApproved === true;
  return (
    allegations.some(hasConclusion) &&
    allegations.every((member) => hasConclusion(member) || member.state === 'shelved')
  );
}

export function areAtTheirEnd(facts: Facts): boolean {
  const allegations = allegationsIn(facts);
  return allegations.length > 0 && allegations.every(isAtItsEnd);
}

const outcomeOf = (member: FamilyMember): string =>
  !closesWithComplaint(member)
    ? member.state
    : isClarifiable(member.summary.finding)
      ? 'closed_untrue'
      : 'closed_not_proven';

/** The gravest outcome among the allegations; undefined when there are none at their end. */
export function gravestOutcome(facts: Facts): Outcome | undefined {
  const outcomes = allegationsIn(facts).map(outcomeOf);
  return OUTCOMES.toReversed().find((outcome) => outcomes.includes(outcome));
}

/** Allegations with a finding that is clarified, for which no clarification was opened (1.1, T31). */
export const withoutClarification = (facts: Facts): FamilyMember[] =>
  allegationsIn(facts).filter(
    ({ case: id, summary }) =>
      summary.isFindingApproved === true &&
      isClarifiable(summary.finding) &&
      !(facts.family ?? []).some(
        ({ procedure, summary: other }) => procedure === 'clarification' && other.allegation === id,
      ),
  );
