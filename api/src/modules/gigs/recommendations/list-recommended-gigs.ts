import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { readMember } from "../../identity/index.ts";
import { gigCard } from "../gigs/gig-view.ts";
import { presentCards } from "../gigs/present-gig.ts";
import { wholeGigs } from "../gigs/read-gigs.ts";
import { type Gig } from "../models/gig.ts";
import { popularGigs } from "../popularity/popular-gigs.ts";
import { likedOf, type Sign } from "../rules/likeness.ts";
import { knownViewer, type Viewer } from "../visits/viewer.ts";
import { type Compared } from "./compared.ts";
import { readSigns } from "./read-signs.ts";

/** Why a gig is recommended. */
const reasonView = z.discriminatedUnion("kind", [
  /** It is like a gig the caller looked at. */
  z.object({ kind: z.literal("viewed"), gig: z.object({ id: z.uuid(), title: z.string() }) }),
  /** It is found by what the caller searched for. */
  z.object({ kind: z.literal("searched"), text: z.string() }),
  /** Many look at it these days. */
  z.object({ kind: z.literal("popular") }),
]);

type Reason = z.infer<typeof reasonView>;

export const listRecommendedGigs = operation({
  summary:
    "Lists gigs the caller may like, each with the reason: like what they looked at, found by what they searched for, else popular. Whoever did neither yet is shown what is popular.",
  input: z.strictObject({ limit: z.int().min(1).max(50).default(12) }),
  output: z.object({ items: z.array(gigCard.extend({ reason: reasonView })) }),
  async run(scope, { limit }) {
    const recommended = await recommend(scope, limit);
    const reasons = new Map(recommended.map(({ gig, reason }) => [gig.id, reason]));
    const gigs = await wholeGigs(
      scope,
      recommended.map(({ gig }) => gig),
    );
    const items = (await presentCards(scope, gigs)).map((card) => ({
      ...card,
      reason: reasons.get(card.id) ?? popular,
    }));
    return { items };
  },
});

const popular: Reason = { kind: "popular" };

async function recommend(
  scope: Scope,
  limit: number,
): Promise<{ readonly gig: Gig; readonly reason: Reason }[]> {
  const viewer = knownViewer(scope);
  const isTold = viewer !== null && (await tells(scope, viewer));
  const { candidates, without, ...signs } = isTold
    ? await readSigns(scope, viewer)
    : { candidates: [], without: [], views: [], searches: [] };
  const liked = likedOf(candidates, signs)
    .slice(0, limit)
    .map(({ gig, because }) => ({ gig: gig.gig, reason: reasonOf(because) }));
  if (liked.length === limit) return liked;
  const others = await popularGigs(scope, {
    without: [...without, ...liked.map(({ gig }) => gig.id)],
    limit: limit - liked.length,
  });
  return [...liked, ...others.map((gig) => ({ gig, reason: popular }))];
}

/** Whether what somebody did may tell what they like; members may choose that it does not. */
const tells = async (scope: Scope, { viewerKind, viewerId }: Viewer): Promise<boolean> =>
  viewerKind === "visitor" || (await readMember(scope, viewerId))?.keepsHistory === true;

const reasonOf = (sign: Sign<Compared>): Reason =>
  sign.kind === "viewed"
    ? { kind: "viewed", gig: { id: sign.gig.gig.id, title: sign.gig.gig.title } }
    : { kind: "searched", text: sign.text };
