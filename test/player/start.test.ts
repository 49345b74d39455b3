import { expect, it } from 'vitest';
import { wantedBy } from '../../src/player/start.ts';

it.each([
  ['', { kind: 'none' }],
  ['#', { kind: 'none' }],
  ['#4', { kind: 'slide', number: 4 }],
  ['#/12', { kind: 'slide', number: 12 }],
  ['#read', { kind: 'view', view: 'read' }],
  ['#overview', { kind: 'view', view: 'overview' }],
  ['#presenter', { kind: 'view', view: 'presenter' }],
  ['#print=handout-a4', { kind: 'print', form: 'handout-a4' }],
  ['#source-3', { kind: 'id', id: 'source-3' }],
  // an id of digits alone is no slide number
  ['#1234567812345678', { kind: 'id', id: '1234567812345678' }],
])('the address %j asks for what it says', (hash, wanted) => {
  expect(wantedBy(hash)).toEqual(wanted);
});
