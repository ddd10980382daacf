import { z } from "zod";
import { AddressRefused, readOutgoingUrl } from "../../../../platform/outgoing.ts";
import { type Hook } from "../../../../platform/providers/chat-hooks/hook.ts";
import { type ChatProvider, HookGone } from "../../../../platform/providers/chat-hooks/port.ts";
import { slack as slackChat } from "../../../../platform/providers/chat-hooks/slack.ts";
import { teams as teamsChat } from "../../../../platform/providers/chat-hooks/teams.ts";
import { type CredentialCheck } from "../../../../platform/providers/credential-check.ts";
import { type CallOptions } from "../../../../platform/rpc/operation.ts";
import { teamNewsNames } from "../../../notifications/index.ts";
import { allowedAddresses } from "../../outgoing.ts";
import { vendor } from "./vendor.ts";

/** What was entered for a team's chat. */
export const chatHookValues = z.strictObject({
  /** Whoever knows it can post. */
  webhookUrl: z.string().max(1000),
  /** What is posted there. */
  news: z.array(z.enum(teamNewsNames)).max(teamNewsNames.length).default([]),
});

type Entered = z.infer<typeof chatHookValues>;
type Chat = (hook: Hook) => ChatProvider;

/** The chats there are, by their vendor. */
export const chatVendors: Readonly<Record<string, Chat>> = { slack: slackChat, teams: teamsChat };

/** A chat that uses the entered address. */
export const chatOf = (open: Chat, { webhookUrl }: Entered): ChatProvider =>
  open({ url: webhookUrl, guard: allowedAddresses() });

const chatHook = (name: "slack" | "teams", title: string, open: Chat) =>
  vendor({
    name,
    kind: "chat",
    title,
    values: chatHookValues,
    secrets: ["webhookUrl"],
    hookPath: null,
    modeOf: () => null,
    assertAddresses: ({ webhookUrl }) => void readOutgoingUrl(webhookUrl, allowedAddresses()),
    check: (entered, { siteName }, options) => tryOut(chatOf(open, entered), siteName, options),
  });

/** Slack, for news to the site's team. */
export const slack = chatHook("slack", "Slack", slackChat);

/** Microsoft Teams, for news to the site's team. */
export const teams = chatHook("teams", "Microsoft Teams", teamsChat);

/** Hooks answer nothing but posts, so that a check posts one. */
async function tryOut(chat: ChatProvider, siteName: string, options: CallOptions): Promise<CredentialCheck> {
  try {
    await chat.post({ title: siteName, text: "Tessera ✓", facts: [] }, options);
    return { code: "works", account: null, detail: "" };
  } catch (refusal) {
    if (!(refusal instanceof Error)) throw refusal;
    const detail = refusal.message;
    if (refusal instanceof HookGone) return { code: "refused", account: null, detail };
    if (refusal instanceof AddressRefused) return { code: "settings", account: null, detail };
    return {
      code: detail.startsWith("The chat answered 4") ? "settings" : "unreachable",
      account: null,
      detail,
    };
  }
}
