import { type AnyShare, type AnyTransition } from "./definition.ts";
import { parameterOf, type Parameters } from "./expression.ts";
import { type LoadedFlow } from "./load.ts";
import { type AnyHandlers, type CallArgs, type Vocabulary } from "./vocabulary.ts";

/** A guard or policy with the arguments it is asked with. Equal questions have equal keys. */
export interface Question {
  readonly key: string;
  readonly name: string;
  readonly args: CallArgs;
}

/** What must be known before a request can be decided. */
export interface Questions {
  readonly guards: readonly Question[];
  readonly policies: readonly Question[];
}

/** The answers, by the key of their question. */
export interface Answers {
  readonly guards: Readonly<Record<string, boolean>>;
  /** Basis points, 0 to 10,000. */
  readonly policies: Readonly<Record<string, number>>;
}

/** A call with its arguments filled: the tenant's numbers in place of parameters, the defaults of its schema. */
export function questionOf(
  table: Vocabulary["effects"],
  name: string,
  args: CallArgs = {},
  parameters: Parameters,
): Question {
  const filled = Object.entries(args).map(([key, value]) => [
    key,
    typeof value === "object" && value !== null && "parameter" in value
      ? parameterOf(String(value.parameter), parameters)
      : value,
  ]);
  const parsed = table[name]?.parse(Object.fromEntries(filled));
  if (!parsed) throw new Error(`no vocabulary knows "${name}"`);
  return { key: `${name} ${JSON.stringify(parsed)}`, name, args: parsed };
}

/** What the guards and shares of some transitions ask. */
export function questionsAbout(
  transitions: readonly AnyTransition[],
  { vocabulary }: LoadedFlow,
  parameters: Parameters,
): Questions {
  const guards = transitions.flatMap((transition) => transition.guards ?? []);
  const shares = transitions.flatMap(({ effects }) =>
    effects.flatMap((effect): AnyShare[] => {
      if (!("escrow" in effect) || effect.escrow === "fund") return [];
      return [effect.escrow === "settle" ? effect.refund : effect.share];
    }),
  );
  return {
    guards: guards.map(({ guard, args }) => questionOf(vocabulary.guards, guard, args, parameters)),
    policies: shares.flatMap((share) =>
      typeof share === "object" && "policy" in share
        ? [questionOf(vocabulary.policies, share.policy, share.args, parameters)]
        : [],
    ),
  };
}

/** Puts questions to a module's handlers, each once, one after the other: they share a transaction. */
export async function answer<Context>(
  { guards, policies }: Questions,
  handlers: Pick<AnyHandlers<Context>, "guards" | "policies">,
  context: Context,
): Promise<Answers> {
  const answers: { guards: Record<string, boolean>; policies: Record<string, number> } = {
    guards: {},
    policies: {},
  };
  for (const { key, name, args } of guards) {
    answers.guards[key] ??= await handled(handlers.guards, name)(context, args);
  }
  for (const { key, name, args } of policies) {
    answers.policies[key] ??= await handled(handlers.policies, name)(context, args);
  }
  return answers;
}

function handled<Handler>(handlers: Readonly<Record<string, Handler>>, name: string): Handler {
  const handler = handlers[name];
  if (!handler) throw new Error(`nothing handles "${name}"`);
  return handler;
}
