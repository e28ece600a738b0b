import { expect, it } from 'vitest';
import { PreviewSession } from '../../../src/node/preview/preview-session.js';

it.each([
  [undefined, ['linh-tran']],
  ['modern', ['linh-tran']],
  ['my-school', ['linh-tran', 'my-school']],
  ['./modern', ['linh-tran', './modern']],
])('with the template %s follows %j', (template, watched) => {
  const subject = { place: 'linh-tran', today: '2026-07-06', ...(template === undefined ? {} : { template }) };
  expect(new PreviewSession(subject).watched()).toEqual(watched);
});
