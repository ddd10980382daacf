import { dateFormat } from "../base/format.ts";
import { formatMoney } from "../base/money.ts";
import { type Language } from "../base/locale.ts";
import { type Say } from "../base/texts.ts";
import { dayPartNames, type Factor, listIn, moneyIn, textIn, type WeekPart, weekIn } from "./answers.ts";
import { placeName } from "./places.ts";
import { type PickersTexts } from "./pickers.texts.ts";

/** How and in which language answers are written out. */
export interface AnswerWords {
  readonly tag: string;
  readonly language: Language;
  readonly say: Say<PickersTexts>;
}

/** An answer as a person reads it. */
export function answerWords(factor: Factor, answer: unknown, words: AnswerWords): string {
  const { tag, language, say } = words;
  const labelOf = (key: string) =>
    factor.options.find((option) => option.key === key)?.label[language] ?? key;
  switch (factor.kind) {
    case "choice":
      return labelOf(textIn(answer));
    case "choices":
      return inOneRow(tag, listIn(answer).map(labelOf));
    case "languages":
      return inOneRow(
        tag,
        listIn(answer).map((code) => placeName(tag, "language", code)),
      );
    case "country":
      return placeName(tag, "region", textIn(answer));
    case "zone":
      return textIn(answer).replaceAll("_", " ");
    case "money": {
      const money = moneyIn(answer);
      return money ? formatMoney(tag, money.amountMinor, money.currency) : "";
    }
    case "week":
      return weekWords(weekIn(answer), tag, say);
    default:
      return textIn(answer);
  }
}

const inOneRow = (tag: string, items: readonly string[]): string =>
  new Intl.ListFormat(tag, { style: "narrow" }).format(items);

/** The days by part of the day, one line each: "Morning: Mon, Wed". */
function weekWords(chosen: readonly WeekPart[], tag: string, say: Say<PickersTexts>): string {
  const dayOf = (weekday: number) =>
    dateFormat(tag, { weekday: "short", timeZone: "UTC" }).format(Date.UTC(2024, 0, weekday));
  return dayPartNames
    .flatMap((part) => {
      const days = chosen.filter((time) => time.part === part).map(({ weekday }) => weekday);
      return days.length > 0
        ? [`${say(part)}: ${inOneRow(tag, days.toSorted((a, b) => a - b).map(dayOf))}`]
        : [];
    })
    .join("\n");
}
