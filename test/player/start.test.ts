import { expect, it } from 'vitest';
import { startsReading, wantedBy } from '../../src/player/start.ts';

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
  // what a presenter has counted stands behind it
  ['#4~2-abc.0-1~24', { kind: 'slide', number: 4 }],
  ['#presenter~~24', { kind: 'view', view: 'presenter' }],
  // an id of digits alone is no slide number
  ['#1234567812345678', { kind: 'id', id: '1234567812345678' }],
])('the address %j asks for what it says', (hash, wanted) => {
  expect(wantedBy(hash)).toEqual(wanted);
});

it.each([
  ['#read', true],
  ['#/read', true],
  ['#read~2-abc~24', true],
  ['#source-3', true],
  ['#sources', true],
  ['#reading', false],
  ['#4', false],
])('the address %j begins with the page to read: %j', (hash, reading) => {
  expect(startsReading(hash)).toBe(reading);
});
