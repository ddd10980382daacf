import { type AnyFlow, type AnyRegion, type AnyTransition } from "./definition.ts";
import { type Check, type Defect } from "./defect.ts";
import { targetOf } from "./graphs.ts";

/**
 * A region that freezes the order gives it back in one of two ways: it settles the escrow and ends the order, or it
 * unfreezes it. A region that does not freeze leaves the order and its money alone.
 */
export function checkRegions(flow: AnyFlow): Defect[] {
  return Object.entries(flow.regions).flatMap(([name, region]) => [
    ...shapeDefects(name, region, flow),
    ...region.transitions.flatMap((transition) => moveDefects(name, region, transition, flow)),
  ]);
}

function shapeDefects(name: string, region: AnyRegion, flow: AnyFlow): Defect[] {
  const { beside, initial, states, freezes, whenAbandoned } = region;
  const shape = (wrong: boolean, message: string): Defect[] =>
    wrong ? [{ check: "region_shape", at: name, message }] : [];
  return [
    ...shape(beside.length === 0, "it runs beside no state"),
    ...beside.flatMap((state) =>
      shape(flow.states[state]?.final === true, `nothing goes on beside the end "${state}"`),
    ),
    ...shape(
      (states[initial]?.timers?.length ?? 0) > 0,
      "time does not start a region: its initial state has no timers",
    ),
    ...shape(
      freezes && whenAbandoned.length > 0,
      "a frozen order does not move on, so this is never abandoned",
    ),
  ];
}

function moveDefects(name: string, region: AnyRegion, transition: AnyTransition, flow: AnyFlow): Defect[] {
  const { freezes, initial, states } = region;
  const { from, effects, main, unfreezes } = transition;
  const at = `${name}.transitions.${transition.name}`;
  const defect = (check: Check, message: string): Defect => ({ check, at, message });
  const defects: Defect[] = [];

  const escrow = effects.flatMap((effect) => ("escrow" in effect ? [effect.escrow] : []));
  const settles = main !== undefined;
  if (!freezes) {
    if (escrow.length > 0)
      defects.push(defect("region_escrow", "only a region that freezes the order may settle its money"));
    if (settles || unfreezes)
      defects.push(defect("region_shape", "it froze nothing, so it has nothing to give back"));
    return defects;
  }

  const underWay = (state: string) => state !== initial && !states[state]?.final;
  for (const state of from) {
    const target = targetOf(transition, state);
    const ends = underWay(state) && !underWay(target);
    if (ends && target === initial)
      defects.push(defect("region_end", "it ends at an end, not where it began"));
    if (ends && settles === (unfreezes === true)) {
      defects.push(
        defect("region_end", "an end either settles the order, naming its main state, or unfreezes it"),
      );
    }
    if (!ends && (settles || unfreezes)) {
      defects.push(
        defect("region_end", `from "${state}" it ends nothing, so it neither settles nor unfreezes`),
      );
    }
  }
  if (settles && !flow.states[main]?.final) {
    defects.push(defect("region_end", `an order that is settled is at an end, and "${main}" is none`));
  }
  if (settles ? escrow.join() !== "settle" : escrow.length > 0) {
    defects.push(
      defect("region_escrow", "money is touched by exactly one settle, in the move that settles the order"),
    );
  }
  return defects;
}
