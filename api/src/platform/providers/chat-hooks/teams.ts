import { type Hook, postToHook } from "./hook.ts";
import { type ChatPost, type ChatProvider } from "./port.ts";

/** Microsoft Teams' workflows, "When a Teams webhook request is received", with an Adaptive Card. */
export const teams = (hook: Hook): ChatProvider => ({
  name: "teams",
  post: (post, { signal }) => postToHook(hook, messageOf(post), signal),
});

const messageOf = ({ title, text, facts }: ChatPost): object => ({
  type: "message",
  attachments: [
    {
      contentType: "application/vnd.microsoft.card.adaptive",
      contentUrl: null,
      content: {
        $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
        type: "AdaptiveCard",
        version: "1.4",
        body: [
          { type: "TextBlock", text: plain(title), weight: "Bolder", size: "Medium", wrap: true },
          ...(text === "" ? [] : [{ type: "TextBlock", text: plain(text), wrap: true }]),
          {
            type: "FactSet",
            facts: facts.map(([label, value]) => ({ title: plain(label), value: plain(value) })),
          },
        ],
      },
    },
  ],
});

// Cards read Markdown: what people write must not become links or pictures.
const plain = (text: string): string => text.replaceAll(/[\\`*_[\]()#~>]/g, String.raw`\$&`);
