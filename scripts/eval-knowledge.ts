import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readDataSet } from '../knowledge-base/evaluation/data-set';
import { type Evaluation, evaluate } from '../knowledge-base/evaluation/evaluate';
import { fitConfidence, observe } from '../knowledge-base/evaluation/fit-confidence';
import { measureScale } from '../knowledge-base/evaluation/measure-scale';

const usage = `Measures the knowledge base's search on a folder of labelled questions, beside other libraries.

  npm run eval:knowledge -- --data DIR [--data DIR ...] [--half all|tune|held-out] [--seed N]
  npm run eval:knowledge -- --fit --data DIR --data DIR ...
  npm run eval:knowledge -- --scale 20000 [--seed N]

  DIR holds articles.jsonl, a line each {"id","title","queries":[],"text"}, and questions.jsonl, a line each
  {"question","relevant":[ids]}, where no id means that the question is out of scope.
  The last line is one JSON object; with several folders, one per folder's name.
  --half  only the questions of one half, which is decided by the question itself
  --fit   fits the confidence on the tune halves of all folders, shows how it does on a folder that it was fitted
          without, and writes knowledge-base/src/search/confidence-model.json
  --scale time and memory of an index over so many made-up articles`;

const modelFile = join(__dirname, '../knowledge-base/src/search/confidence-model.json');

/** `npm run eval:knowledge`: how well the knowledge base answers. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', multiple: true },
      half: { type: 'string', default: 'all' },
      seed: { type: 'string', default: '1' },
      fit: { type: 'boolean', default: false },
      scale: { type: 'string' },
    },
  });
  const { data: folders = [], half } = values;
  if (values.scale !== undefined) {
    const figures = await measureScale(Number(values.scale), Number(values.seed), (line) => console.log(line));
    console.log(JSON.stringify(figures));
    return;
  }
  if (folders.length === 0 || (half !== 'all' && half !== 'tune' && half !== 'held-out')) throw new Error(usage);
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed ${values.seed} is not a whole number`);
  if (values.fit) return fitModel(folders, seed);

  const results = new Map<string, Evaluation>();
  for (const folder of folders) {
    const name = basename(folder);
    const onProgress = (line: string) => console.log(folders.length > 1 ? `${name}: ${line}` : line);
    results.set(name, await evaluate({ set: await readDataSet(folder), half, seed, onProgress }));
  }
  const [only] = results.values();
  if (results.size > 1) console.log(toTable(results));
  console.log(JSON.stringify(results.size > 1 ? Object.fromEntries(results) : only));
}

/** Fits on all folders; before that once without each, to see how it does on a kind that it has not seen. */
async function fitModel(folders: readonly string[], seed: number): Promise<void> {
  const sets = [];
  for (const folder of folders) {
    const set = await readDataSet(folder);
    sets.push({ name: basename(folder), set, observed: await observe(set) });
    console.log(`${basename(folder)}: observed`);
  }
  const leftOut = new Map<string, Evaluation>();
  for (const { name, set } of sets) {
    const others = sets.filter((other) => other.name !== name);
    if (others.length === 0) continue;
    const model = fitConfidence(others.flatMap(({ observed }) => observed));
    const onProgress = (line: string) => console.log(`fitted without ${name}: ${line}`);
    leftOut.set(name, await evaluate({ set, half: 'held-out', seed, model, onProgress }));
  }
  console.log(toTable(leftOut));
  const model = fitConfidence(sets.flatMap(({ observed }) => observed));
  writeFileSync(modelFile, `${JSON.stringify(model, null, 2)}\n`);
  console.log(JSON.stringify(model));
}

function toTable(results: ReadonlyMap<string, Evaluation>): string {
  const figure = (value: number | null) => (value === null ? '-' : value.toFixed(3));
  const names = [...new Set(Array.from(results.values(), ({ baselines }) => Object.keys(baselines)).flat())];
  const columns = ['set', 'P@1', 'MRR@10', 'S@5', 'AUROC', 'answered', 'accuracy', 'out-of-scope recall', ...names];
  const rows = Array.from(results, ([name, { pAt1, mrrAt10, successAt5, auroc, policy, baselines }]) => [
    name,
    ...[pAt1, mrrAt10, successAt5, auroc, policy.answered, policy.accuracyOfAnswers, policy.outOfScopeRecall].map(
      figure,
    ),
    ...names.map((baseline) => figure(baselines[baseline]?.pAt1 ?? null)),
  ]);
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
