/**
 * What travels about assessments: the sheets that assessors of a tolerance review keep, each for themselves, and what is
 * asked on them. There is no total anywhere: ratings are not added up.
 */
import { z } from 'zod';
import { LEAST_REASONING } from '../domain/assessment.ts';
import { DISTINCTION_CODES, FACTOR_CODES, OUTCOME_CODES, RATING_CODES } from '../domain/tolerance.ts';
import { PersonId } from '../domain/vocabulary.ts';

const Code = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
const Text = z.string().max(4_000);
const Evidence = z
  .array(z.string().min(1).max(128))
  .max(100)
  .default([])
  .meta({ description: 'Ids of the evidence it rests on' });
const BothWords = z.strictObject({ zh: z.string(), en: z.string() });

const Factor = z.strictObject({
  factor: z.enum(FACTOR_CODES),
  rating: z.enum(RATING_CODES).optional(),
  reason: Text.default('').meta({
    description: `At least ${LEAST_REASONING} characters before it is submitted`,
  }),
  evidence: Evidence,
});
const Distinction = z.strictObject({
  code: z.enum(DISTINCTION_CODES),
  answer: z.enum(['yes', 'no', 'na']).optional(),
  reason: Text.default(''),
  evidence: Evidence,
});
const Condition = z.strictObject({ code: Code, holds: z.boolean().optional(), reason: Text.default('') });
const Exclusion = z.strictObject({
  code: Code,
  applies: z.boolean().optional(),
  isForceMajeure: z.boolean().optional(),
  reason: Text.default(''),
});

const SHEET = z.strictObject({
  act: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
  person: PersonId,
  factors: z.array(Factor).max(FACTOR_CODES.length).default([]),
  distinctions: z.array(Distinction).max(DISTINCTION_CODES.length).default([]),
  conditions: z.array(Condition).max(50).default([]),
  exclusions: z.array(Exclusion).max(50).default([]),
  outcome: z.enum(OUTCOME_CODES).optional().meta({ description: 'What the assessor would conclude' }),
  remark: Text.default('').meta({ description: 'A view that differs, or anything else' }),
});
const description = 'One act of one person, as one assessor sees it';
/** As it is sent: what was left out is empty. */
export const AssessmentSheet = SHEET.meta({ id: 'AssessmentSheet', description });
/** As it is answered: everything is there. */
const KeptSheet = z.strictObject(SHEET.shape).meta({ id: 'KeptAssessmentSheet', description });
export type AssessmentSheet = z.infer<typeof AssessmentSheet>;

export const KeepAssessmentRequest = z
  .strictObject({ sheets: z.array(AssessmentSheet).max(100) })
  .meta({ id: 'KeepAssessmentRequest', examples: [{ sheets: [{ act: 'act-1', person: 'p-1' }] }] });

export const NameAssessorsRequest = z
  .strictObject({ assessors: z.array(PersonId).min(1).max(20) })
  .meta({ id: 'NameAssessorsRequest', examples: [{ assessors: ['p-handler', 'p-panel-1'] }] });

export const NamedAssessors = z
  .strictObject({ round: z.int().positive(), assessors: z.array(PersonId) })
  .meta({ id: 'NamedAssessors' });
export type NamedAssessors = z.infer<typeof NamedAssessors>;

export const AssessorView = z
  .strictObject({
    person: PersonId,
    name: z.string().nullable(),
    isMe: z.boolean(),
    isNamed: z.boolean().meta({ description: 'By the head; otherwise they began by themselves' }),
    hasBegun: z.boolean(),
    submittedAt: z.iso.datetime().nullable(),
    isExcluded: z.boolean().meta({ description: 'Stands aside since: the sheets are kept and do not count' }),
    sheets: z.array(KeptSheet).nullable().meta({
      description:
        'Your own at any time, those of others when all have submitted; null until then, and when erased',
    }),
    isErased: z.boolean(),
  })
  .meta({ id: 'Assessor' });
export type AssessorView = z.infer<typeof AssessorView>;

export const AssessmentRound = z
  .strictObject({
    round: z.int().positive(),
    isShown: z.boolean().meta({ description: 'All have submitted: everybody sees everything' }),
    assessors: z.array(AssessorView),
  })
  .meta({ id: 'AssessmentRound' });
export type AssessmentRound = z.infer<typeof AssessmentRound>;

const Asked = z.strictObject({ code: z.string(), label: BothWords });
const Guide = z.strictObject({
  code: z.enum(FACTOR_CODES),
  label: BothWords,
  asks: BothWords,
  anchors: z.array(z.strictObject({ rating: z.enum(RATING_CODES), words: BothWords })),
});

const Conclusions = SHEET.pick({ act: true, person: true })
  .extend({
    outcomes: z.array(
      z.strictObject({
        code: z.enum(OUTCOME_CODES),
        why: BothWords.nullable().meta({ description: 'The rule that bars it; null where it is open' }),
      }),
    ),
  })
  .meta({ id: 'AssessmentConclusions' });
export type Conclusions = z.infer<typeof Conclusions>;

export const AssessmentList = z
  .strictObject({
    case: z.string(),
    acts: z.array(z.string()).meta({ description: 'Acts under review' }),
    persons: z.array(z.string()).meta({ description: 'Persons under review' }),
    leastReasoning: z.int().meta({ description: 'Characters of a reasoning' }),
    factors: z.array(Guide),
    ratings: z.array(Asked),
    distinctions: z.array(Asked),
    conditions: z.array(Asked).meta({ description: 'From the policy profile of the case' }),
    exclusions: z.array(Asked).meta({ description: 'From the policy profile of the case' }),
    outcomes: z.array(Asked),
    conclusions: z.array(Conclusions).meta({
      description: 'What your own sheets leave open to you, as last kept: none while a factor is unknown',
    }),
    mayAssess: z.boolean().meta({ description: 'Whether you may keep a sheet now' }),
    mayName: z.boolean().meta({ description: 'Whether you may list the assessors now' }),
    rounds: z.array(AssessmentRound).meta({ description: 'The latest first' }),
  })
  .meta({ id: 'AssessmentList' });
export type AssessmentList = z.infer<typeof AssessmentList>;
