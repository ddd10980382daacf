import { type Scope } from "../../../platform/scope/scope.ts";
import { Profile } from "../models/profile.ts";

/** Shows in a profile within how many minutes its person usually answers messages; null shows nothing. Who has no profile gets none by it. */
export async function showAnswerTime(
  scope: Scope,
  memberId: string,
  answerMinutes: number | null,
): Promise<void> {
  const profile = await scope.query(Profile).findOne({ memberId });
  if (!profile || profile.answerMinutes === answerMinutes) return;
  // No change to what its owner may have open to edit, so its version stays.
  await scope.query(Profile).where({ memberId }).patch({ answerMinutes });
}
