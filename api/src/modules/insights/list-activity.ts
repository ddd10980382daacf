import { z } from "zod";
import { notFound } from "../../platform/errors.ts";
import { installedModules } from "../../platform/installed-modules.ts";
import { type Activity, type ActivityPlace } from "../../platform/module.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../platform/rpc/paging.ts";
import { isAllowed } from "../../platform/scope/actor.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { readMember } from "../identity/index.ts";

const activityView = z.object({
  /** What it is of, such as `booking` or `signed_in`. */
  kind: z.string(),
  at: z.iso.datetime(),
  /** Of the booking, order or case; null for what has no page. */
  subjectId: z.uuid().nullable(),
  /** How it stands now, in the words of its kind. */
  state: z.string().nullable(),
  /** What it is called. */
  title: z.string().nullable(),
  amountMinor: z.int().nullable(),
  currency: z.string().nullable(),
  /** How many messages of one day it stands for. */
  count: z.int().nullable(),
});

type Told = Activity & { readonly kind: string };

export const listActivity = operation({
  summary:
    "Lists what a member did and what happened to them, the latest first: of each kind that the caller may see.",
  input: z.strictObject({ ...pageInput, memberId: z.uuid() }),
  output: pageOf(activityView),
  async run(scope, { memberId, limit, cursor }) {
    if (!(await readMember(scope, memberId))) throw notFound();
    const asked = { memberId, before: placeOf(scope, cursor), limit: limit + 1 };
    const told = await Promise.all(
      sourcesFor(scope).map(async ([kind, { read }]): Promise<Told[]> => {
        const found = await read(scope, asked);
        return found.map((activity) => ({ ...activity, kind }));
      }),
    );
    return toPage(scope.tenant, told.flat().toSorted(byPlace), limit, {
      position: ({ at, id }) => [at.getTime(), id],
      present,
    });
  },
});

const sourcesFor = ({ actor }: Scope) =>
  installedModules()
    .flatMap(({ activity = {} }) => Object.entries(activity))
    .filter(([, { permission }]) => permission === null || isAllowed(actor, permission));

/** The place a page begins behind: the cursor's, else one that everything comes after. */
function placeOf({ tenant }: Scope, cursor: string | undefined): ActivityPlace {
  if (cursor === undefined)
    return { at: new Date("9999-01-01T00:00:00Z"), id: "ffffffff-ffff-ffff-ffff-ffffffffffff" };
  const [at, id] = decodeCursor(tenant, cursor, ["instant", "id"]);
  return { at: new Date(at), id };
}

const byPlace = (one: Told, other: Told): number =>
  other.at.getTime() - one.at.getTime() || (other.id > one.id ? 1 : -1);

const present = (told: Told): z.infer<typeof activityView> => ({
  kind: told.kind,
  at: told.at.toISOString(),
  subjectId: told.subjectId ?? null,
  state: told.state ?? null,
  title: told.title ?? null,
  amountMinor: told.amountMinor ?? null,
  currency: told.currency ?? null,
  count: told.count ?? null,
});
