import { type Hook, postToHook } from "./hook.ts";
import { type ChatPost, type ChatProvider } from "./port.ts";

// Slack's limits: letters of a header, of a field, and fields of a section.
const longestTitle = 150;
const longestField = 2000;
const mostFields = 10;

/** Slack's incoming webhooks, with blocks. */
export const slack = (hook: Hook): ChatProvider => ({
  name: "slack",
  post: (post, { signal }) => postToHook(hook, messageOf(post), signal),
});

function messageOf({ title, text, facts }: ChatPost): object {
  return {
    // What notifications show, and readers of screens say.
    text: escaped(title),
    blocks: [
      { type: "header", text: { type: "plain_text", text: cut(title, longestTitle) } },
      ...(text === ""
        ? []
        : [{ type: "section", text: { type: "mrkdwn", text: cut(escaped(text), longestField) } }]),
      ...(facts.length === 0
        ? []
        : [
            {
              type: "section",
              fields: facts.slice(0, mostFields).map(([label, value]) => ({
                type: "mrkdwn",
                text: cut(`*${escaped(label)}*\n${escaped(value)}`, longestField),
              })),
            },
          ]),
    ],
  };
}

// Slack reads these three as the beginnings of links, mentions and entities.
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const cut = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
