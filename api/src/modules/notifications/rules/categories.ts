/** Kinds of news. A module with news of its own kind adds it here, and every language its title. */
export const categories = [
  "sessions",
  "reminders",
  "matching",
  "messaging",
  "orders",
  "credits",
  "reviews",
  "system",
  "security",
] as const;
export type Category = (typeof categories)[number];

/** Ways news reaches a member. */
export const channels = ["inApp", "email", "push", "sms"] as const;
export type Channel = (typeof channels)[number];

/** Ways by which something leaves the house. */
export const sendingChannels = ["email", "push", "sms", "chat"] as const;
export type SendingChannelName = (typeof sendingChannels)[number];

// A text message costs money and comes at any hour, so it is asked for.
const isOnUnasked: Readonly<Record<Channel, boolean>> = { inApp: true, email: true, push: true, sms: false };

/** Whether a member may switch a kind of news off. What protects their account always reaches them, on their page and by mail. */
export const maySwitchOff = (category: Category, channel?: Channel): boolean =>
  category !== "security" || channel === "push" || channel === "sms";

/** The channels that are on for a kind of news, by what the member chose. */
export const channelsOn = (
  category: Category,
  chosen: readonly { readonly category: Category; readonly channel: Channel; readonly isOn: boolean }[],
): ReadonlySet<Channel> =>
  new Set(
    channels.filter((channel) => {
      if (!maySwitchOff(category, channel)) return true;
      const choice = chosen.find((one) => one.category === category && one.channel === channel);
      return choice?.isOn ?? isOnUnasked[channel];
    }),
  );
