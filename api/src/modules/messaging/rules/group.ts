/** The most people a group has. */
export const MOST_IN_GROUP = 50;
