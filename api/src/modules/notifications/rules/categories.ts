/** Kinds of news. */
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
export const channels = ["inApp", "email"] as const;
export type Channel = (typeof channels)[number];

/** Whether a member may switch a kind of news off. What protects their account always reaches them. */
export const maySwitchOff = (category: Category): boolean => category !== "security";

/** The channels that are on for a kind of news, by what the member chose. */
export const channelsOn = (
  category: Category,
  chosen: readonly { readonly category: Category; readonly channel: Channel; readonly isOn: boolean }[],
): ReadonlySet<Channel> =>
  new Set(
    channels.filter(
      (channel) =>
        !maySwitchOff(category) ||
        !chosen.some((one) => one.category === category && one.channel === channel && !one.isOn),
    ),
  );
