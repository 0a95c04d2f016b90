/**
 * Ends that settle nothing about anybody: the matter goes elsewhere, waits, or falls away by the will of a party. One
 * person may bring these about, so the model check does not count them as decisions. Each says why; add none lightly.
 */
import type { Procedure } from '../machines/procedure.ts';

/** Procedure -> closed state -> why its being reached by one person is no decision. */
export type AdministrativeEnds = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const ADMINISTRATIVE_ENDS: AdministrativeEnds = {
  complaint: {
    escalated_sealed: 'the matter goes to the higher body unread (A4, A5)',
    routed_out: 'the matter goes to the body competent for it (A6)',
    not_accepted: 'reception only: nothing is judged, the right channel is named (A7)',
    retained: 'the matter goes on in the complaint it repeats (A8)',
    merged: 'the matter goes on in the complaint it went into (domain 4.7)',
  },
  allegation: {
    merged: 'the matter goes on in the allegation it went into (domain 4.7)',
  },
  clarification: {
    declined_by_subject: 'the will of the person it would have served, put on record (B4)',
  },
  tolerance_review: {
    refused_intake: 'intake only: the duty to look ex officio stays (C5, T17)',
    withdrawn: 'the will of the applicant; the duty to look ex officio stays (C17, T17)',
  },
  appeal: {
    withdrawn: 'the will of the person who appealed; what was decided stands as it stood (4.6)',
  },
  risk_filing: {
    withdrawn: 'the will of the unit before anybody decided; nothing is accepted (C0)',
  },
};

export const administrativeEnd = (ends: AdministrativeEnds, { name }: Procedure, state: string): boolean =>
  ends[name]?.[state] !== undefined;
