import { type Desk } from "../../base/desk.ts";
import { type Question, textOf } from "../../parts/dialog.ts";
import { nameIn } from "./category-name.ts";
import { levelsVoice } from "./levels-texts.ts";
import {
  filledHonour,
  type Honour,
  isBound,
  metrics,
  type ReputationValues,
  scoreParts,
} from "./reputation-values.ts";

/** One of the two lists. */
export type HonourList = "levels" | "badges";

/** Keeps rules that were changed, the others as they are. */
export type Keep = (changed: Partial<ReputationValues>) => Promise<void>;

/** Asks for a level or a badge: a new one at the end of its list, or what is to change of one. */
export function honourQuestion(
  desk: Desk,
  { rules, list, honour, keep }: Asked & { readonly honour: Honour | null },
): Question {
  const say = levelsVoice(desk);
  const all = rules[list];
  return {
    title: honour ? nameIn(desk.language, honour.labels) : say(list === "levels" ? "addLevel" : "addBadge"),
    lead: say("takes"),
    submit: say("save"),
    fields: fieldsOf(desk, honour),
    check: (filled) =>
      metrics.some((metric) => textOf(filled, metric) !== "") ? {} : { orders: say("nothingTaken") },
    run: async (filled) => {
      const said = filledHonour(filled, honour?.name ?? null, all);
      await keep({
        [list]: honour ? all.map((each) => (each.name === honour.name ? said : each)) : [...all, said],
      });
      return undefined;
    },
  };
}

interface Asked {
  readonly rules: ReputationValues;
  readonly list: HonourList;
  readonly keep: Keep;
}

function fieldsOf(desk: Desk, honour: Honour | null): NonNullable<Question["fields"]> {
  const say = levelsVoice(desk);
  const wrong = (metric: (typeof metrics)[number]) => {
    if (metric === "rating") return say("stars");
    return say(metric === "onTimePercent" || metric === "cancelledPercent" ? "percent" : "whole");
  };
  return [
    { name: "en", label: say("en"), value: honour?.labels.en ?? "", isRequired: true },
    { name: "zh-CN", label: say("zh"), value: honour?.labels["zh-CN"] ?? "" },
    { name: "ar", label: say("ar"), value: honour?.labels.ar ?? "" },
    ...metrics.map((metric) => ({
      name: metric,
      label: say(metric),
      kind: "amount" as const,
      value: String(honour?.needs[metric] ?? ""),
      check: (typed: string) => (isBound(metric, typed) ? undefined : wrong(metric)),
    })),
  ];
}

/** Asks whether a level or a badge is to go. */
export function removeQuestion(
  desk: Desk,
  { rules, list, honour, keep }: Asked & { readonly honour: Honour },
): Question {
  const say = levelsVoice(desk);
  return {
    title: say("remove"),
    lead: say("removeLead", { name: nameIn(desk.language, honour.labels) }),
    submit: say("remove"),
    isDangerous: true,
    run: async () => {
      await keep({ [list]: rules[list].filter(({ name }) => name !== honour.name) });
      return undefined;
    },
  };
}

/** Asks which days count, and what each part of the score weighs. */
export function countingQuestion(desk: Desk, rules: ReputationValues, keep: Keep): Question {
  const say = levelsVoice(desk);
  const between = (from: number, to: number, problem: string) => (typed: string) =>
    /^\d{1,4}$/.test(typed) && Number(typed) >= from && Number(typed) <= to ? undefined : problem;
  return {
    title: say("counting"),
    submit: say("save"),
    fields: [
      {
        name: "windowDays",
        label: say("windowDays"),
        hint: say("windowHint"),
        kind: "amount",
        value: String(rules.windowDays),
        isRequired: true,
        check: between(30, 1095, say("windowWrong")),
      },
      ...scoreParts.map((part) => ({
        name: part,
        label: say(`weight_${part}`),
        kind: "amount" as const,
        value: String(rules.weights[part]),
        isRequired: true,
        check: between(0, 100, say("weightWrong")),
      })),
    ],
    run: async (filled) => {
      const weight = (part: (typeof scoreParts)[number]) => Number(textOf(filled, part));
      await keep({
        windowDays: Number(textOf(filled, "windowDays")),
        weights: {
          rating: weight("rating"),
          onTime: weight("onTime"),
          kept: weight("kept"),
          experience: weight("experience"),
        },
      });
      return undefined;
    },
  };
}
