/** The names of the profiles. */
export const profileNames = ["coaching", "skill_exchange", "cv_job", "developer_project"] as const;

export type ProfileName = (typeof profileNames)[number];

/** Every profile of weights by name, with the factors it weighs: what counts how much when people are ranked for somebody. */
export const factorsOf = {
  coaching: ["language", "country", "goals", "budget", "availability"],
  skill_exchange: ["skills", "availability", "learning_style", "rating", "response"],
  cv_job: ["skills", "experience", "education"],
  developer_project: ["vector", "graph", "experience", "reputation", "availability"],
} as const satisfies Readonly<Record<ProfileName, readonly string[]>>;

/** How many points at most each of the named adjustments moves somebody in the order; 0 switches it off. */
export interface AdjustmentPoints {
  /** Takes from people who are booked out. */
  readonly load: number;
  /** Gives to people who are new and unrated. */
  readonly newcomer: number;
  /** Takes from people who would not choose the other side. */
  readonly reciprocity: number;
  /** Takes for every factor that must fit and does not. */
  readonly missingMustHave: number;
}

/** What counts how much. */
export interface WeightProfile {
  readonly name: ProfileName;
  /** By factor; they sum to 100. */
  readonly weights: Readonly<Record<string, number>>;
  /** Factors that must fit. Who lacks one keeps the score and stands further down. */
  readonly mustHave: readonly string[];
  readonly adjustments: AdjustmentPoints;
}

const usualAdjustments: AdjustmentPoints = { load: 10, newcomer: 0, reciprocity: 10, missingMustHave: 20 };

const usualWeights: Readonly<Record<ProfileName, Readonly<Record<string, number>>>> = {
  coaching: { language: 25, country: 20, goals: 30, budget: 15, availability: 10 },
  skill_exchange: { skills: 40, availability: 20, learning_style: 15, rating: 15, response: 10 },
  cv_job: { skills: 50, experience: 30, education: 20 },
  developer_project: { vector: 40, graph: 25, experience: 15, reputation: 10, availability: 10 },
};

/** A profile as it is until a site changes it. */
export const usualProfile = (name: ProfileName): WeightProfile => ({
  name,
  weights: usualWeights[name],
  mustHave: [],
  adjustments: usualAdjustments,
});

/** The sum of weights, free of the small errors of decimal fractions. */
export const sumOf = (weights: Readonly<Record<string, number>>): number =>
  Math.round(Object.values(weights).reduce((sum, weight) => sum + weight, 0) * 1e6) / 1e6;

/** Factors among those named that a profile does not weigh. */
export const unknownFactors = (name: ProfileName, named: readonly string[]): string[] => {
  const known: readonly string[] = factorsOf[name];
  return named.filter((factor) => !known.includes(factor));
};
