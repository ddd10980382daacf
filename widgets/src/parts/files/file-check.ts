/** The most bytes a file between members may have. */
const mostBytes = 10 * 1024 * 1024;

/** The most files a message may have. */
export const mostFiles = 10;

/** The endings of the names of files that members send each other. */
export const endings = [".pdf", ".doc", ".docx", ".jpg", ".jpeg", ".png", ".mp4", ".zip"] as const;

/** What is wrong with a file that is to be sent to another member, before a byte of it is sent; null when nothing is. */
export function fileProblem({ name, size }: Pick<File, "name" | "size">): "tooLarge" | "wrongKind" | null {
  if (!endings.some((ending) => name.toLowerCase().endsWith(ending))) return "wrongKind";
  return size > mostBytes ? "tooLarge" : null;
}
