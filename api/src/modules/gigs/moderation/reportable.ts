import { notFound } from "../../../platform/errors.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { audit } from "../../../platform/audit/record.ts";
import { type Reportable } from "../../../platform/module.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { changeGig } from "../gigs/change-gig.ts";
import { findWholeGig } from "../gigs/read-gigs.ts";
import { Gig } from "../models/gig.ts";

/** Gigs can be reported; moderators take them from sight and bring them back. */
export const reportableGig: Reportable = {
  kind: "gig",
  async snapshot(scope, id, reporterId) {
    const whole = await findWholeGig(scope, id);
    if (!whole || (reporterId !== null && !whole.gig.isVisible)) return null;
    const { gig, packages } = whole;
    return {
      authorId: gig.sellerId,
      content: {
        title: gig.title,
        description: gig.description,
        tags: gig.tags,
        packages: packages.map(({ title, description, features }) =>
          [title, description, ...features].join(" · "),
        ),
        extras: gig.extras.map(({ title }) => title),
        requirements: gig.requirements.map(({ question }) => question),
        faq: gig.faq.map(({ question, answer }) => `${question} ${answer}`),
      },
    };
  },
  hide: (scope, id) => setHidden(scope, id, true),
  restore: (scope, id) => setHidden(scope, id, false),
};

async function setHidden(scope: Scope, id: string, isHidden: boolean): Promise<void> {
  const gig = await scope.query(Gig).findOne({ id }).forUpdate();
  if (!gig) throw notFound();
  if ((gig.hiddenAt !== null) === isHidden) return;
  const { version } = await changeGig(scope, gig, { hiddenAt: isHidden ? scope.now : null });
  const decision = isHidden ? "hidden" : "restored";
  await announce(scope, "gig.decided", { gigId: id, sellerId: gig.sellerId, decision, version });
  await audit(scope, {
    action: isHidden ? "gigs.hide_gig" : "gigs.restore_gig",
    entity: { kind: "gig", id },
    before: { isHidden: !isHidden },
    after: { isHidden },
  });
}
