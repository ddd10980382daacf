import { z } from "zod";
import { readStandings } from "../../../platform/flow/standing.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { pageInput, pageOf } from "../../../platform/rpc/paging.ts";
import { type SortedRow, sorting } from "../../../platform/rpc/sorting.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { fragment, type SqlFragment } from "../../../platform/scope/sql.ts";
import { membersCalled } from "../../identity/index.ts";
import { Payout } from "../models/payout.ts";
import { silenceLimit } from "../rules/look-schedule.ts";
import { mayMark } from "../rules/payout-limits.ts";
import { payoutStates, payoutWays } from "./payout-states.ts";
import { presentPayouts, teamPayoutView } from "./payout-view.ts";

const sorts = sorting(
  {
    createdAt: { by: fragment`p.created_at`, kind: "instant" },
    reference: { by: fragment`p.reference`, kind: "text" },
  },
  "-createdAt",
);

const input = z.strictObject({
  ...pageInput,
  ...sorts.input,
  state: z.enum(payoutStates).optional(),
  way: z.enum(payoutWays).optional(),
  memberId: z.uuid().optional(),
  /** Part of the name or of the e-mail address of the member who is paid. */
  payee: z.string().trim().min(1).max(254).optional(),
  /** What it is called on a bank statement. */
  reference: z.string().trim().min(1).max(20).optional(),
  /** Asked for from this moment on. */
  from: z.iso.datetime().optional(),
  /** Asked for before this moment. */
  until: z.iso.datetime().optional(),
});

export const listPayouts = operation({
  summary:
    "Lists the site's payouts, newest first unless another order is asked for, by state, way, payee, reference or time, with what can be done about each.",
  input,
  output: pageOf(teamPayoutView),
  async run(scope, { limit, cursor, sort, ...filters }) {
    const { key, after, by, page } = sorts.at(scope.tenant, { sort, cursor }, fragment`p.id`);
    const rows = await scope.read<Payout & SortedRow>`
      select p.*, ${key} from ${Payout} p where true ${filtered(filters)} ${after} ${by} limit ${limit + 1}`;
    const { items, nextCursor } = page(rows, limit, (payout) => payout);
    return { items: await presentForTeam(scope, items), nextCursor };
  },
});

const choices = teamPayoutView.shape.choices.element.options;

async function presentForTeam(
  scope: Scope,
  payouts: readonly Payout[],
): Promise<z.input<typeof teamPayoutView>[]> {
  const standings = await readStandings(
    scope,
    payouts.map(({ id }) => id),
  );
  const views = await presentPayouts(scope, payouts);
  return payouts.map((payout, index) => {
    const offered = standings.get(payout.id)?.choicesOf("operator") ?? [];
    const isOffered = (choice: string) => offered.some(({ transition }) => transition === choice);
    const may = mayMark(payout, { now: scope.now, silenceMs: silenceLimit });
    const isLeftToGateway = (choice: string) =>
      (choice === "send" && payout.way !== "bank") || (choice.startsWith("mark_") && !may);
    return {
      ...views[index]!,
      memberId: payout.memberId,
      decidedAt: payout.decidedAt?.toISOString() ?? null,
      gatewayPayoutId: payout.gatewayPayoutId,
      gatewayNote: payout.gatewayNote,
      choices: choices.filter((choice) => isOffered(choice) && !isLeftToGateway(choice)),
    };
  });
}

function filtered({
  state,
  way,
  memberId,
  payee,
  reference,
  from,
  until,
}: Omit<z.output<typeof input>, "limit" | "cursor" | "sort">): SqlFragment {
  return fragment`
    ${state === undefined ? fragment`` : fragment`and p.state = ${state}`}
    ${way === undefined ? fragment`` : fragment`and p.way = ${way}`}
    ${memberId === undefined ? fragment`` : fragment`and p.member_id = ${memberId}`}
    ${payee === undefined ? fragment`` : fragment`and p.member_id in ${membersCalled(payee)}`}
    ${reference === undefined ? fragment`` : fragment`and p.reference = upper(${reference})`}
    ${from === undefined ? fragment`` : fragment`and p.created_at >= ${from}::timestamptz`}
    ${until === undefined ? fragment`` : fragment`and p.created_at < ${until}::timestamptz`}`;
}
