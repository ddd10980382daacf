/** The three things a session is rated by, 1 to 5 each. */
export interface Ratings {
  readonly knowledge: number;
  readonly communication: number;
  readonly professionalism: number;
}

/** One number for three, to two digits. */
export const averageOf = ({ knowledge, communication, professionalism }: Ratings): number =>
  Math.round(((knowledge + communication + professionalism) / 3) * 100) / 100;
