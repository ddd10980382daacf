/** When the first of so many months began, the present one among them, in UTC. */
export const firstOfMonths = (now: Date, months: number): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months + 1, 1));
