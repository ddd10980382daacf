import { type z } from "zod";
import { type Wording } from "./field-sentences.ts";

type Issue = Pick<z.core.$ZodRawIssue, "code"> & Readonly<Record<string, unknown>>;

/** What is wrong with a value and what to write instead, from what a schema found. */
export function wordIssue(found: z.core.$ZodRawIssue | z.core.$ZodIssue): Wording {
  const issue = found as unknown as Issue;
  switch (issue.code) {
    case "invalid_type":
      return types[String(issue["expected"])] ?? wrongForm;
    case "invalid_format":
      return formats[String(issue["format"])] ?? wrongForm;
    case "invalid_value":
      return oneOf((issue["values"] ?? []) as readonly unknown[]);
    case "too_small":
      return tooSmall(String(issue["origin"]), Number(issue["minimum"]), issue);
    case "too_big":
      return tooBig(String(issue["origin"]), Number(issue["maximum"]), issue);
    case "not_multiple_of": {
      const step = Number(issue["divisor"]);
      return {
        en: `Write a multiple of ${step}.`,
        "zh-CN": `请填写 ${step} 的倍数。`,
        ar: `اكتب مضاعفا للعدد ${step}.`,
      };
    }
    case "unrecognized_keys":
      return unknownField;
    default:
      return wrongForm;
  }
}

const wrongForm: Wording = {
  en: "This does not have the right form.",
  "zh-CN": "格式不正确。",
  ar: "الصيغة هنا غير صحيحة.",
};

const unknownField: Wording = {
  en: "This field is not known here. Leave it out.",
  "zh-CN": "这里没有此字段。请去掉。",
  ar: "هذا الحقل غير معروف هنا. احذفه.",
};

const fieldsWanted: Wording = {
  en: "Send an object with fields here.",
  "zh-CN": "此处请提供包含字段的对象。",
  ar: "أرسل هنا كائنا له حقول.",
};

const types: Readonly<Record<string, Wording>> = {
  string: { en: "Write a text here.", "zh-CN": "请在此填写文字。", ar: "اكتب نصا هنا." },
  number: { en: "Write a number here.", "zh-CN": "请在此填写数字。", ar: "اكتب رقما هنا." },
  int: { en: "Write a whole number here.", "zh-CN": "请在此填写整数。", ar: "اكتب عددا صحيحا هنا." },
  boolean: {
    en: "Send true or false here.",
    "zh-CN": "此处请填 true 或 false。",
    ar: "أرسل هنا true أو false.",
  },
  array: { en: "Send a list here.", "zh-CN": "此处请提供列表。", ar: "أرسل قائمة هنا." },
  object: fieldsWanted,
  record: fieldsWanted,
};

const idWanted: Wording = {
  en: "This is no id. Copy it whole.",
  "zh-CN": "这不是有效的 id。请完整复制。",
  ar: "هذا ليس معرفا. انسخه كاملا.",
};

const formats: Readonly<Record<string, Wording>> = {
  email: {
    en: "Write an e-mail address such as ada@example.com.",
    "zh-CN": "请填写邮箱地址，例如 ada@example.com。",
    ar: "اكتب عنوان بريد مثل ada@example.com.",
  },
  url: {
    en: "Write a whole address such as https://www.example.com/page.",
    "zh-CN": "请填写完整网址，例如 https://www.example.com/page。",
    ar: "اكتب عنوانا كاملا مثل https://www.example.com/page.",
  },
  uuid: idWanted,
  guid: idWanted,
  datetime: {
    en: "Write a moment such as 2026-03-01T09:00:00Z.",
    "zh-CN": "请填写时刻，例如 2026-03-01T09:00:00Z。",
    ar: "اكتب لحظة مثل 2026-03-01T09:00:00Z.",
  },
  date: {
    en: "Write a date such as 2026-03-01.",
    "zh-CN": "请填写日期，例如 2026-03-01。",
    ar: "اكتب تاريخا مثل 2026-03-01.",
  },
};

function oneOf(values: readonly unknown[]): Wording {
  const shown = values.map(String);
  if (shown.length === 1)
    return {
      en: `Only ${shown[0]} goes here.`,
      "zh-CN": `此处只能是 ${shown[0]}。`,
      ar: `لا يصلح هنا إلا ${shown[0]}.`,
    };
  return {
    en: `Choose one of these: ${shown.join(", ")}.`,
    "zh-CN": `请选择其一：${shown.join("、")}。`,
    ar: `اختر واحدا من هذه: ${shown.join("، ")}.`,
  };
}

function tooSmall(origin: string, least: number, { inclusive, exact }: Issue): Wording {
  if (origin === "string") {
    if (exact) return exactly(least);
    if (least === 1)
      return { en: "Write something here.", "zh-CN": "请在此填写内容。", ar: "اكتب شيئا هنا." };
    return {
      en: `Write ${least} characters or more.`,
      "zh-CN": `请填写至少 ${least} 个字符。`,
      ar: `عدد الأحرف لا يقل عن ${least}.`,
    };
  }
  if (origin === "array" || origin === "set")
    return {
      en: `Send a list of ${least} or more.`,
      "zh-CN": `列表至少要有 ${least} 项。`,
      ar: `عدد عناصر القائمة لا يقل عن ${least}.`,
    };
  return inclusive === false
    ? {
        en: `Write more than ${least}.`,
        "zh-CN": `请填写大于 ${least} 的数字。`,
        ar: `اكتب أكثر من ${least}.`,
      }
    : {
        en: `Write ${least} or more.`,
        "zh-CN": `请填写不小于 ${least} 的数字。`,
        ar: `اكتب ${least} أو أكثر.`,
      };
}

function tooBig(origin: string, most: number, { inclusive, exact }: Issue): Wording {
  if (origin === "string")
    return exact
      ? exactly(most)
      : {
          en: `Write ${most} characters at most.`,
          "zh-CN": `最多填写 ${most} 个字符。`,
          ar: `عدد الأحرف لا يزيد على ${most}.`,
        };
  if (origin === "array" || origin === "set")
    return {
      en: `Send a list of ${most} at most.`,
      "zh-CN": `列表最多 ${most} 项。`,
      ar: `عدد عناصر القائمة لا يزيد على ${most}.`,
    };
  return inclusive === false
    ? { en: `Write less than ${most}.`, "zh-CN": `请填写小于 ${most} 的数字。`, ar: `اكتب أقل من ${most}.` }
    : { en: `Write ${most} or less.`, "zh-CN": `请填写不大于 ${most} 的数字。`, ar: `اكتب ${most} أو أقل.` };
}

const exactly = (length: number): Wording => ({
  en: `Write ${length} characters exactly.`,
  "zh-CN": `请正好填写 ${length} 个字符。`,
  ar: `عدد الأحرف ${length} بالضبط.`,
});
