/** What a seller asks before the work starts. */
export interface Question {
  readonly id: string;
  readonly kind: "text" | "choice" | "file";
  readonly question: string;
  /** What can be chosen, for `choice` only. */
  readonly choices: readonly string[];
  readonly isRequired: boolean;
}

/** What a buyer answers: words, one of the choices, or files. */
export interface Answer {
  readonly questionId: string;
  /** What was written or chosen; null for files. */
  readonly text: string | null;
  readonly fileIds: readonly string[];
}

/** Why answers do not fit their questions, and at which of them; -1 where one is missing. */
export interface WrongAnswer {
  readonly index: number;
  readonly reason: "unknown" | "twice" | "not_a_choice" | "not_text" | "not_files" | "missing";
}

/** Whether somebody has to answer before the work starts. */
export const hasToAnswer = (questions: readonly Question[]): boolean =>
  questions.some(({ isRequired }) => isRequired);

/** What is wrong with answers, in their order; a required question without one comes last. */
export function wrongAnswers(questions: readonly Question[], answers: readonly Answer[]): WrongAnswer[] {
  const seen = new Set<string>();
  const wrong: WrongAnswer[] = [];
  for (const [index, answer] of answers.entries()) {
    const reason = seen.has(answer.questionId) ? "twice" : misfit(questions, answer);
    seen.add(answer.questionId);
    if (reason) wrong.push({ index, reason });
  }
  if (questions.some(({ id, isRequired }) => isRequired && !seen.has(id)))
    wrong.push({ index: -1, reason: "missing" });
  return wrong;
}

function misfit(
  questions: readonly Question[],
  { questionId, text, fileIds }: Answer,
): WrongAnswer["reason"] | null {
  const question = questions.find(({ id }) => id === questionId);
  if (!question) return "unknown";
  if (question.kind === "file") return fileIds.length === 0 || text !== null ? "not_files" : null;
  if (fileIds.length > 0 || text === null) return "not_text";
  return question.kind === "choice" && !question.choices.includes(text) ? "not_a_choice" : null;
}
