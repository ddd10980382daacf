import { wholeShare } from "../money.ts";
import { type AnyEffect, type AnyFlow, type AnyShare, type AnyTransition } from "./definition.ts";
import { type Check, type Defect } from "./defect.ts";
import { mainRegion, settlementsOf, targetOf } from "./graphs.ts";

/**
 * What an escrow may hold in a state, over every way to get there: from `least` to `most`, in basis points of what was
 * funded. Shares are rounded, so only "rest" and "settle" make it surely empty (`most` 0).
 */
export interface Held {
  readonly least: number;
  readonly most: number;
}

const empty: Held = { least: 0, most: 0 };
const full: Held = { least: wholeShare, most: wholeShare };

/** Visits of one state after which its range is opened wide, so that loops of partial payments come to rest. */
const patience = 16;

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly region: string;
  readonly transition: AnyTransition;
}

type Report = (check: Check, message: string) => void;

/** Money is funded once, never paid out beyond what is there, and gone at every end. */
export function checkEscrow(flow: AnyFlow): Defect[] {
  const held = heldIn(flow);
  const defects: Defect[] = [];
  for (const edge of edgesOf(flow)) {
    const before = held.get(edge.from);
    if (!before) continue;
    const at = `${edge.region}.transitions.${edge.transition.name}`;
    const report: Report = (check, message) => {
      if (!defects.some((known) => known.check === check && known.at === at)) {
        defects.push({ check, at, message: `${message}, coming from "${edge.from}"` });
      }
    };
    pass(before, edge.transition.effects, flow, report);
  }
  for (const [state, { most }] of held) {
    if (flow.states[state]?.final && most > 0) {
      defects.push({
        check: "escrow_left",
        at: `${mainRegion}.${state}`,
        message:
          "money may be left in escrow at this end; the way here must settle, or release or refund the rest",
      });
    }
  }
  return defects;
}

/** The range of the escrow in every main state that can be reached: the least fixpoint over all paths. */
function heldIn(flow: AnyFlow): ReadonlyMap<string, Held> {
  const edges = edgesOf(flow);
  const held = new Map<string, Held>([[flow.initial, empty]]);
  const visits = new Map<string, number>();
  const open = [flow.initial];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const { to, transition } of edges.filter(({ from }) => from === state)) {
      const known = held.get(to);
      const arriving = pass(held.get(state) ?? empty, transition.effects, flow);
      const joined = known ? join(known, arriving) : arriving;
      if (known && known.least === joined.least && known.most === joined.most) continue;
      const count = (visits.get(to) ?? 0) + 1;
      visits.set(to, count);
      held.set(to, count > patience && known ? widen(known, joined) : joined);
      open.push(to);
    }
  }
  return held;
}

function edgesOf(flow: AnyFlow): Edge[] {
  const own = flow.transitions.flatMap((transition) =>
    transition.from.map((from) => ({ from, to: targetOf(transition, from), region: mainRegion, transition })),
  );
  const settlements = settlementsOf(flow).flatMap(({ region, transition, from, to }) =>
    from.map((state) => ({ from: state, to, region, transition })),
  );
  return [...own, ...settlements];
}

function pass(before: Held, effects: readonly AnyEffect[], flow: AnyFlow, report: Report = () => {}): Held {
  let held = before;
  for (const effect of effects) {
    if (!("escrow" in effect)) continue;
    switch (effect.escrow) {
      case "fund":
        if (held.most > 0) report("escrow_funded_twice", "it funds an escrow that may hold money already");
        held = full;
        break;
      case "settle":
        held = empty;
        break;
      case "release":
      case "refund":
        held = take(held, effect.share, flow, report);
        break;
    }
  }
  return held;
}

function take(held: Held, share: AnyShare, flow: AnyFlow, report: Report): Held {
  if (held.most === 0) {
    report("escrow_empty", "it pays out of an escrow that is surely empty");
    return empty;
  }
  if (share === "rest") return empty;
  // What a person enters is refused when it is more than is held, so it cannot overdraw.
  if (typeof share === "object" && ("inputShare" in share || "inputAmount" in share)) {
    return { least: 0, most: held.most };
  }
  const { least, most } = boundsOf(share, flow);
  if (most > held.least) {
    report(
      "escrow_overdrawn",
      `it may pay out ${most} basis points where only ${held.least} are surely held`,
    );
  }
  return { least: Math.max(0, held.least - most), most: Math.max(1, held.most - least) };
}

function boundsOf(share: Exclude<AnyShare, "rest">, flow: AnyFlow): Held {
  if (typeof share === "number") return { least: share, most: share };
  const parameter = "parameter" in share ? flow.parameters[share.parameter] : undefined;
  return { least: parameter?.min ?? 0, most: parameter?.max ?? wholeShare };
}

const join = (a: Held, b: Held): Held => ({
  least: Math.min(a.least, b.least),
  most: Math.max(a.most, b.most),
});

const widen = (known: Held, joined: Held): Held => ({
  least: joined.least < known.least ? 0 : joined.least,
  most: joined.most > known.most ? wholeShare : joined.most,
});
