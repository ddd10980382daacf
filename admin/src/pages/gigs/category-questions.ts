import { type Contract } from "@tessera/sdk/browser";
import { type Desk } from "../../base/desk.ts";
import { type Filled, type Question, textOf } from "../../parts/dialog.ts";
import { nameIn } from "./category-name.ts";
import { gigsVoice } from "./texts.ts";

/** A category as the team sees it. */
export type Category = Contract["gigs"]["listSiteCategories"]["output"]["items"][number];

/** Asks for a new category, below another or at the top. */
export function addQuestion(desk: Desk, parentId: string | null, done: () => void): Question {
  const say = gigsVoice(desk);
  return {
    title: say("add"),
    submit: say("add"),
    fields: fieldsOf(desk),
    run: async (filled) => {
      await desk.client.gigs.createCategory({ parentId, ...filledIn(filled) });
      done();
      return undefined;
    },
  };
}

/** Asks what of a category is to change. */
export function editQuestion(desk: Desk, category: Category, done: () => void): Question {
  const say = gigsVoice(desk);
  return {
    title: nameIn(desk.language, category.names),
    submit: say("save"),
    fields: fieldsOf(desk, category),
    run: async (filled) => {
      await desk.client.gigs.updateCategory({ id: category.id, ...filledIn(filled) });
      done();
      return undefined;
    },
  };
}

/** Asks whether a category is to be archived. */
export function archiveQuestion(desk: Desk, { id, names }: Category, done: () => void): Question {
  const say = gigsVoice(desk);
  return {
    title: say("archive"),
    lead: say("archiveLead", { name: nameIn(desk.language, names) }),
    submit: say("archive"),
    run: async () => {
      await desk.client.gigs.archiveCategory({ id });
      done();
      return undefined;
    },
  };
}

/** Asks whether the usual categories are to be added. */
export function defaultsQuestion(desk: Desk, done: () => void): Question {
  const say = gigsVoice(desk);
  return {
    title: say("addDefaults"),
    lead: say("addDefaultsLead"),
    submit: say("addDefaults"),
    run: async () => {
      await desk.client.gigs.createDefaultCategories({});
      done();
      return undefined;
    },
  };
}

function fieldsOf(desk: Desk, { slug = "", names }: Partial<Category> = {}): NonNullable<Question["fields"]> {
  const say = gigsVoice(desk);
  return [
    { name: "en", label: say("nameEn"), value: names?.en ?? "", isRequired: true },
    { name: "zh-CN", label: say("nameZh"), value: names?.["zh-CN"] ?? "" },
    { name: "ar", label: say("nameAr"), value: names?.ar ?? "" },
    {
      name: "slug",
      label: say("slug"),
      hint: say("slugHint"),
      value: slug,
      isRequired: true,
      check: (typed) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed) ? undefined : say("slugWrong")),
    },
  ];
}

function filledIn(filled: Filled) {
  const [chinese, arabic] = [textOf(filled, "zh-CN"), textOf(filled, "ar")];
  return {
    slug: textOf(filled, "slug"),
    names: { en: textOf(filled, "en"), ...(chinese && { "zh-CN": chinese }), ...(arabic && { ar: arabic }) },
  };
}
