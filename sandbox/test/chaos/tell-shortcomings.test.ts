import { tellShortcomings } from '../../src/chaos/tell-shortcomings';
import { chaosResult } from './chaos-result';

const crashPoints = { reached: 22, total: 24, missing: ['before adding a webhook', 'after adding a webhook'] };

test('a run that has shown everything has none', () => {
  expect(tellShortcomings(chaosResult(), 600)).toEqual([]);
});

test('a minute names the crash points that no worker died at', () => {
  expect(tellShortcomings(chaosResult({ crashPoints }), 60)).toEqual([
    'no worker died at 2 of 24 crash points: before adding a webhook; after adding a webhook',
  ]);
});

test('a minute has its number of deaths and a hanging worker', () => {
  const { faults } = chaosResult();
  expect(tellShortcomings(chaosResult({ kills: 19, faults: { ...faults, stopped: 0 } }), 60)).toEqual([
    'workers were killed 19 times only, not 20',
    'no worker was made to hang',
  ]);
});

test('less than a minute is not asked for them', () => {
  expect(tellShortcomings(chaosResult({ crashPoints, kills: 3 }), 59)).toEqual([]);
});

test('ten minutes say what did not stay flat, and what could not be told', () => {
  const memory = { deliveredSeconds: 470, secondQuarter: 120, lastQuarter: 190, max: 200, isFlat: false };
  const connections = { secondQuarter: 9, lastQuarter: 9, max: 12, isFlat: null };
  expect(tellShortcomings(chaosResult({ memory, connections }), 600)).toEqual([
    'memory did not stay flat: 120 MB in the second quarter, 190 MB in the last',
    'no worker delivered for long enough to tell whether connections stay flat',
  ]);
  expect(tellShortcomings(chaosResult({ memory, connections }), 120)).toEqual([]);
});
