import { test } from 'node:test';
import { trials } from '../../support/trials.ts';
import { tryMarkup } from './markup-trial.ts';

test('whatever hostile markup is generated, nothing of it is beyond the allow-list, becomes another tree, runs, loads or takes a name', () =>
  tryMarkup(trials(300)));
