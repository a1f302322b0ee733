import { z } from 'zod';
import type { Stored } from '../../stored-shape.ts';

/**
 * The 35 questions the reset service itself knows, in its order. Only ids here: their words are texts, so that each
 * is read in the reader's language.
 */
export const predefinedQuestions = [
  ...(['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9', 'q10', 'q11', 'q12'] as const),
  ...(['q13', 'q14', 'q15', 'q16', 'q17', 'q18', 'q19', 'q20', 'q21', 'q22', 'q23', 'q24'] as const),
  ...(['q25', 'q26', 'q27', 'q28', 'q29', 'q30', 'q31', 'q32', 'q33', 'q34', 'q35'] as const),
] as const;
export type PredefinedQuestion = (typeof predefinedQuestions)[number];

/** A question the organisation wrote itself, by its place in the policy, from 1. Said in the one wording it has. */
export type OwnQuestion = `own-${number}`;

export const questionIdSchema = z.union([z.enum(predefinedQuestions), z.templateLiteral(['own-', z.number()])]);
export type QuestionId = Stored<typeof questionIdSchema>;

export function isPredefined(id: string): id is PredefinedQuestion {
  return (predefinedQuestions as readonly string[]).includes(id);
}
