/**
 * The variant in 6.8: the same demerit on somebody of a public institution. The end of the period lifts nothing; the
 * unit that decided lifts it in writing, and until that is delivered the person waits (T21).
 */
import { carriedOut, on, registered, visited } from './sanction-served.ts';
import type { Step } from './scenario.ts';

const LIFTING = { by: 'p-tang', on: 'institution', event: 'CONFIRM_LIFT' } as const;

export const DEMERIT_IN_AN_INSTITUTION: readonly Step[] = [
  registered({
    as: 'institution',
    says: 'the same demerit takes effect for somebody of a public institution',
    registeredOn: '2024-03-15',
    subject: 'p-bian',
    track: 'institution_staff',
    measure: 'demerit',
    effectiveOn: '2024-03-15',
    decidedBy: 'county_hospital',
    act: 'medicine-bought-late',
    endsOn: '2025-03-15',
    visitBy: '2024-09-18',
  }),
  carriedOut('institution', '2024-03-22', 'personnel_file_entry', 'the demerit is entered in the file'),
];

export const INSTITUTION_VISITED: readonly Step[] = [
  visited('institution', '2024-08-21', '2025-02-21', 'two visitors at the hospital: good'),
];

export const INSTITUTION_VISITED_AGAIN: readonly Step[] = [
  visited('institution', '2025-01-13', '2025-07-14', 'visited again at the hospital: good'),
];

export const LIFTED_IN_WRITING: readonly Step[] = [
  {
    ...LIFTING,
    day: on('2025-03-17'),
    says: 'would note that the end of the period lifted the demerit, as for a civil servant',
    data: { manner: 'automatic', isRepentanceNoted: true },
    refused: 'lifting_is_of_its_track',
  },
  {
    ...LIFTING,
    day: on('2025-03-17'),
    says: 'would lift it on the word of the unit, with nothing in writing delivered',
    data: { manner: 'written', isRepentanceNoted: true },
    refused: 'lifting_was_delivered',
  },
  {
    ...LIFTING,
    day: on('2025-03-24'),
    says: 'the written lifting of the unit is delivered: only now is the demerit lifted',
    data: { manner: 'written', isRepentanceNoted: true, deliveredOn: '2025-03-24' },
    state: 'lifted',
  },
];
