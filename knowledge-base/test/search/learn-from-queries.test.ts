import { article, indexOf } from './searchable';

/** Two articles that share most words of their questions. */
const queriesOf = (verb: string) =>
  ['card', 'old card', 'card now', 'card again', 'credit card'].map((card) => `please ${verb} my ${card}`);

test('what tells two articles apart comes to count more than what they share', async () => {
  const rich = [article('lost', 'Lost', queriesOf('block')), article('new', 'New', queriesOf('order'))];
  const poor = rich.map(({ queries, ...rest }) => ({ ...rest, queries: queries.slice(0, 4) }));
  const [learnt, unlearnt] = [await indexOf(rich), await indexOf(poor)];
  const lead = ({ matches: [first, second] }: ReturnType<typeof learnt.search>) =>
    (first?.score ?? 0) - (second?.score ?? 0);
  const question = 'order my card';
  expect(learnt.search(question, 2).matches[0]?.id).toBe('new');
  expect(lead(learnt.search(question, 2))).toBeGreaterThan(1.2 * lead(unlearnt.search(question, 2)));
});

test('an article without questions is not drowned by those that have many', async () => {
  const index = await indexOf([
    article('lost', 'Lost', queriesOf('block')),
    article('new', 'New', queriesOf('order')),
    article('pin', 'Change the PIN of your card', [], 'The PIN of a card is changed at any cash machine.'),
  ]);
  expect(index.search('please change my card pin', 1).matches[0]?.id).toBe('pin');
});
