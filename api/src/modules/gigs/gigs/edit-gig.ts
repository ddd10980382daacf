import { type z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { invalidFields } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { memberIdOf } from "../../../platform/scope/actor.ts";
import { watchWriting } from "../../safety/index.ts";
import { Gig } from "../models/gig.ts";
import { missingSentences } from "../rules/completeness.ts";
import { afterNewWords } from "../rules/standing.ts";
import { lowestPrice } from "../rules/tiers.ts";
import { newWords, wordsOf, type Written } from "../rules/words-of.ts";
import { gigsOf } from "../settings.ts";
import { changeGig, type GigChange, openGig } from "./change-gig.ts";
import { type sellerGigView } from "./gig-view.ts";
import { missingOf, presentSellerGig } from "./present-gig.ts";
import { findWholeGig, type WholeGig } from "./read-gigs.ts";

/** Which gig is edited, on which of its versions, and what the audit log calls it. */
interface Edit {
  readonly id: string;
  readonly version?: number;
  readonly action: string;
}

/**
 * Changes what a gig offers: `work` changes what belongs to it and answers the gig's own fields. One that was published stays
 * complete; what its seller wrote anew is looked at by the site's rules, and by its team where that approves gigs.
 */
export async function editGig(
  scope: Scope,
  { id, version, action }: Edit,
  work: (gig: Gig, before: WholeGig) => Promise<GigChange>,
): Promise<z.infer<typeof sellerGigView>> {
  const gig = await openGig(scope, id, version);
  const before = await readWhole(scope, id);
  const change = await work(gig, before);
  const { packages, media } = await readWhole(scope, id);
  const fromAmountMinor = lowestPrice(packages);
  const changed = Object.assign(new Gig(), gig, change);
  const said = newWords(writtenIn({ gig: changed, packages }), writtenIn(before));
  const shown = media.filter((file) => before.media.every((each) => each.id !== file.id));
  const isOwn = memberIdOf(scope.actor) !== null;
  const moderation =
    isOwn && said.length + shown.length > 0
      ? afterNewWords(gig.moderation, gigsOf(scope.tenant).needsApproval)
      : gig.moderation;
  const submittedAt = moderation === gig.moderation ? gig.submittedAt : scope.now;
  await changeGig(scope, gig, { ...change, fromAmountMinor, moderation, submittedAt });
  const after = await readWhole(scope, id);
  if (after.gig.state !== "draft") {
    refuseIncomplete(after);
    if (isOwn) await watchGig(scope, after.gig, said);
  }
  if (!isOwn)
    await audit(scope, {
      action,
      entity: { kind: "gig", id },
      before: { title: gig.title, version: gig.version },
      after: { title: after.gig.title, version: after.gig.version },
    });
  return presentSellerGig(scope, after);
}

/** Refuses a gig in which something is missing, naming everything. */
export function refuseIncomplete(gig: WholeGig): void {
  const missing = missingOf(gig);
  if (missing.length > 0)
    throw invalidFields(...missing.map((field) => ({ path: [field], message: missingSentences[field] })));
}

/** Has the site's rules look at what a seller says in a gig. */
export const watchGig = (scope: Scope, { id, sellerId }: Gig, texts: readonly string[]): Promise<void> =>
  watchWriting(scope, { subject: { kind: "gig", id }, authorId: sellerId, texts, audience: "public" });

/** Every text of a gig. */
export const textsOf = (whole: WholeGig): string[] => wordsOf(writtenIn(whole));

const writtenIn = ({
  gig,
  packages,
}: {
  gig: Omit<Written, "packages">;
  packages: WholeGig["packages"];
}): Written => ({
  title: gig.title,
  description: gig.description,
  tags: gig.tags,
  extras: gig.extras,
  requirements: gig.requirements,
  faq: gig.faq,
  packages,
});

async function readWhole(scope: Scope, id: string): Promise<WholeGig> {
  const whole = await findWholeGig(scope, id);
  if (!whole) throw new Error("A gig that was locked is not there.");
  return whole;
}
