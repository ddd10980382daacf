/** What a gig needs before it is published, as far as anybody may decide it. */
export interface Judged {
  readonly title: string;
  readonly description: string;
  readonly packages: readonly unknown[];
  /** Whether it has a category that can be chosen. */
  readonly hasCategory: boolean;
}

/** What can be missing, by the field it is missing from. */
export const missingFields = ["title", "description", "categoryId", "packages"] as const;
export type MissingField = (typeof missingFields)[number];

/** Letters a title has at least; a Chinese one says much in few. */
const shortestTitle = 4;

/** Letters a description has at least. */
const shortestDescription = 30;

/** Everything that is missing before a gig can be published, in the order of its form. */
export function missingFrom({ title, description, packages, hasCategory }: Judged): MissingField[] {
  const isThere: Readonly<Record<MissingField, boolean>> = {
    title: lettersOf(title) >= shortestTitle,
    description: lettersOf(description) >= shortestDescription,
    categoryId: hasCategory,
    packages: packages.length > 0,
  };
  return missingFields.filter((field) => !isThere[field]);
}

const lettersOf = (text: string): number => Array.from(text.trim()).length;

/** What is said at a missing field. */
export const missingSentences: Readonly<Record<MissingField, string>> = {
  title: "Write a title of at least 4 letters.",
  description: "Write a description of at least 30 letters.",
  categoryId: "Choose a category.",
  packages: "Add at least one package.",
};
