import { type Scope } from "../../../platform/scope/scope.ts";
import { failure } from "../errors.ts";
import { reportableOf } from "../queue/reportables.ts";
import { addReport } from "../reports/add-report.ts";
import { type Audience, type Finding, findingsIn } from "../rules/findings.ts";
import { safetyOf } from "../settings.ts";
import { spamIn } from "./spam.ts";

/** What a member has just written. */
export interface Written {
  /** The content as a reportable of its module. */
  readonly subject: { readonly kind: string; readonly id: string };
  readonly authorId: string;
  /** Empty texts are left out. */
  readonly texts: readonly string[];
  readonly audience: Audience;
  /** Where it stands, when that is not the content reported itself; its texts are evidence then. */
  readonly place?: string;
}

/**
 * Looks at what a member has written by the site's rules, once it is stored: what they find begins a case, which the author is not
 * told. Refuses with `safety.word_refused` where the site wants its words refused.
 */
export async function watchWriting(
  scope: Scope,
  { subject, authorId, texts, audience, place }: Written,
): Promise<void> {
  const rules = safetyOf(scope.tenant);
  const text = texts.filter((each) => each !== "").join("\n");
  if (text === "") return;
  const inText = findingsIn(text, audience, rules);
  const word = inText.find(({ rule }) => rule === "words");
  if (word && rules.words.refuses) throw failure("safety.word_refused", { word: word.excerpt });
  const findings: readonly Finding[] = [...inText, ...(await spamIn(scope, authorId, text))];
  if (findings.length === 0) return;
  const snapshot = await reportableOf(subject.kind).snapshot(scope, subject.id, null);
  if (!snapshot) throw new Error(`No ${subject.kind} is stored as ${subject.id}.`);
  const found = {
    ...(place !== undefined && { place, written: texts.filter((each) => each !== "") }),
    found: findings.slice(0, 50).map(wordsOf),
  };
  await addReport(scope, {
    subject,
    // Whoever wrote it answers for it, also at a place in what somebody else has written.
    snapshot: { authorId, content: { ...snapshot.content, ...found } },
    reporterId: null,
    category: "rule",
    rules: [...new Set(findings.map(({ rule }) => rule))],
    text: "",
  });
}

const wordsOf = ({ rule, excerpt }: Finding): string => (excerpt === "" ? rule : `${rule}: ${excerpt}`);
