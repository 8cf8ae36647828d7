/**
 * A rate in one byte: steps of 4.4 % from 0.0002 to 10.8, and nothing at all. Half a step changes no ranking that
 * could be measured.
 */
const stepsPerDoubling = 16;
const stepOfOne = 200;

export function rateToStep(rate: number): number {
  if (rate <= 0) return 0;
  return Math.min(255, Math.max(1, Math.round(stepOfOne + stepsPerDoubling * Math.log2(rate))));
}

/** The rate of every step. */
export const rateOfStep: Float64Array = Float64Array.from({ length: 256 }, (_, step) =>
  step === 0 ? 0 : 2 ** ((step - stepOfOne) / stepsPerDoubling),
);
