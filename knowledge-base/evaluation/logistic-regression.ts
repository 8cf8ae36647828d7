export interface Example<Feature extends string> {
  features: Readonly<Record<Feature, number>>;
  positive: boolean;
  weight: number;
}

export interface FittedModel<Feature extends string> {
  intercept: number;
  weights: Record<Feature, number>;
}

/** Keeps weights small: it counts as much as this share of the examples. */
const ridge = 0.001;
const steps = 25;

/** Fits log odds that are linear in some features, by Newton's method on standardised features. */
export function fitLogisticRegression<Feature extends string>(
  examples: readonly Example<Feature>[],
  features: readonly Feature[],
): FittedModel<Feature> {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const centres = features.map((name) => examples.reduce((sum, e) => sum + e.weight * e.features[name], 0) / total);
  const spreads = features.map((name, column) => {
    const centre = centres[column] ?? 0;
    return Math.sqrt(examples.reduce((sum, e) => sum + e.weight * (e.features[name] - centre) ** 2, 0) / total) || 1;
  });
  const rows = examples.map((example) => [
    ...features.map((name, column) => (example.features[name] - (centres[column] ?? 0)) / (spreads[column] ?? 1)),
    1,
  ]);
  let solution = new Array<number>(features.length + 1).fill(0);
  for (let step = 0; step < steps; step += 1) {
    const move = newtonStep(rows, examples, solution, ridge * total);
    solution = solution.map((value, column) => value - (move[column] ?? 0));
  }
  const weights = Object.fromEntries(
    features.map((name, column) => [name, (solution[column] ?? 0) / (spreads[column] ?? 1)]),
  ) as Record<Feature, number>;
  const shift = features.reduce((sum, name, column) => sum + weights[name] * (centres[column] ?? 0), 0);
  return { intercept: (solution.at(-1) ?? 0) - shift, weights };
}

function newtonStep(
  rows: readonly number[][],
  examples: readonly { positive: boolean; weight: number }[],
  solution: readonly number[],
  penalty: number,
): number[] {
  const size = solution.length;
  const system = Array.from({ length: size }, () => new Array<number>(size + 1).fill(0));
  for (const [number, row] of rows.entries()) {
    const { positive, weight } = examples[number] ?? { positive: false, weight: 0 };
    const logOdds = row.reduce((sum, value, column) => sum + value * (solution[column] ?? 0), 0);
    const chance = 1 / (1 + Math.exp(-logOdds));
    for (const [i, line] of system.entries()) {
      for (let j = 0; j < size; j += 1) {
        line[j] = (line[j] ?? 0) + weight * chance * (1 - chance) * (row[i] ?? 0) * (row[j] ?? 0);
      }
      line[size] = (line[size] ?? 0) + weight * (chance - (positive ? 1 : 0)) * (row[i] ?? 0);
    }
  }
  for (let i = 0; i + 1 < size; i += 1) {
    const line = system[i] ?? [];
    line[i] = (line[i] ?? 0) + penalty;
    line[size] = (line[size] ?? 0) + penalty * (solution[i] ?? 0);
  }
  return solve(system);
}

/** Gauss-Jordan elimination with the largest pivot; each line ends with its right-hand side. */
function solve(system: number[][]): number[] {
  const size = system.length;
  for (let column = 0; column < size; column += 1) {
    const below = system.slice(column).map((line) => Math.abs(line[column] ?? 0));
    const pivot = column + below.indexOf(Math.max(...below));
    [system[column], system[pivot]] = [system[pivot] ?? [], system[column] ?? []];
    const top = system[column] ?? [];
    for (const [number, line] of system.entries()) {
      if (number === column) continue;
      const factor = (line[column] ?? 0) / (top[column] || 1e-12);
      for (let i = column; i <= size; i += 1) line[i] = (line[i] ?? 0) - factor * (top[i] ?? 0);
    }
  }
  return system.map((line, number) => (line[size] ?? 0) / (line[number] || 1e-12));
}
