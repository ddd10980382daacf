import { assertMinor, portion } from "../money.ts";
import { type AnyEffect, type AnyShare } from "./definition.ts";
import { type Escrow, type EscrowMove, fund, type KnownShare, payOut, settle } from "./escrow.ts";
import { parameterOf } from "./expression.ts";
import { type Instance } from "./instance.ts";
import { type LoadedFlow } from "./load.ts";
import { type Answers, questionOf } from "./questions.ts";
import { type CallArgs, type Input } from "./vocabulary.ts";

/** One thing a step does: a named effect with its arguments, or a movement of the escrow with its amounts. */
export type PlannedEffect = { readonly effect: string; readonly args: CallArgs } | EscrowMove;

/** What effects come to for one order: the calls and amounts in their order, and the escrow after them. */
export interface EffectsPlan {
  readonly effects: readonly PlannedEffect[];
  readonly escrow: Escrow;
}

interface Setting {
  readonly loaded: LoadedFlow;
  readonly instance: Instance;
  readonly policies: Answers["policies"];
  readonly input: Input;
}

/** Works effects out into calls and amounts; null when a person asked for more money than is held. */
export function planEffects(effects: readonly AnyEffect[], setting: Setting): EffectsPlan | null {
  const { loaded, instance } = setting;
  const planned: PlannedEffect[] = [];
  let { escrow } = instance;
  for (const effect of effects) {
    if (!("escrow" in effect)) {
      const { name, args } = questionOf(
        loaded.vocabulary.effects,
        effect.effect,
        effect.args,
        instance.parameters,
      );
      planned.push({ effect: name, args });
      continue;
    }
    const moved = move(effect, escrow, setting);
    if (!moved) return null;
    planned.push(moved[1]);
    [escrow] = moved;
  }
  return { effects: planned, escrow };
}

function move(
  effect: Extract<AnyEffect, { readonly escrow: string }>,
  escrow: Escrow,
  setting: Setting,
): [Escrow, EscrowMove] | null {
  switch (effect.escrow) {
    case "fund":
      return fund(escrow, setting.instance.priceMinor);
    case "settle":
      return settle(escrow, knownShare(effect.refund, escrow.heldMinor, setting));
    case "release":
    case "refund":
      return payOut(escrow, effect.escrow, knownShare(effect.share, escrow.fundedMinor, setting));
  }
}

function knownShare(share: AnyShare, ofMinor: number, setting: Setting): KnownShare {
  const { loaded, policies, input } = setting;
  const { parameters } = setting.instance;
  if (share === "rest") return share;
  if (typeof share === "number") return { basisPoints: share };
  if ("parameter" in share) return { basisPoints: parameterOf(share.parameter, parameters) };
  if ("policy" in share) {
    const { key } = questionOf(loaded.vocabulary.policies, share.policy, share.args, parameters);
    const basisPoints = policies[key];
    if (basisPoints === undefined) throw new Error(`the policy was not asked: ${key}`);
    return { basisPoints };
  }
  if ("inputShare" in share) return { minor: portion(ofMinor, Number(input[share.inputShare])) };
  const minor = Number(input[share.inputAmount]);
  assertMinor(minor);
  if (minor < 0) throw new RangeError(`"${share.inputAmount}" is below zero`);
  return { minor };
}
