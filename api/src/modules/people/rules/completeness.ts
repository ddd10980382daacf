/** What of a profile can be filled in. */
export interface Fillable {
  readonly headline: string;
  readonly bio: string;
  readonly expertise: readonly string[];
  readonly languages: readonly string[];
  readonly countries: readonly string[];
  readonly photoFileId: string | null;
  readonly hasOffer: boolean;
  readonly isProvider: boolean;
}

const parts: Readonly<
  Record<string, { weight: number; isFilled: (profile: Fillable) => boolean; providersOnly?: true }>
> = {
  photo: { weight: 15, isFilled: ({ photoFileId }) => photoFileId !== null },
  headline: { weight: 15, isFilled: ({ headline }) => headline !== "", providersOnly: true },
  bio: { weight: 20, isFilled: ({ bio }) => bio.length >= 80 },
  languages: { weight: 15, isFilled: ({ languages }) => languages.length > 0 },
  countries: { weight: 10, isFilled: ({ countries }) => countries.length > 0 },
  expertise: { weight: 15, isFilled: ({ expertise }) => expertise.length > 0, providersOnly: true },
  offer: { weight: 10, isFilled: ({ hasOffer }) => hasOffer, providersOnly: true },
};

/** How much of a profile is filled in, from 0 to 100, and what is missing. Clients are asked for less than providers. */
export function completenessOf(profile: Fillable): { percent: number; missing: string[] } {
  const asked = Object.entries(parts).filter(([, part]) => profile.isProvider || !part.providersOnly);
  const missing = asked.filter(([, part]) => !part.isFilled(profile));
  const weigh = (some: typeof asked) => some.reduce((sum, [, part]) => sum + part.weight, 0);
  return {
    percent: Math.round((1 - weigh(missing) / weigh(asked)) * 100),
    missing: missing.map(([name]) => name),
  };
}
