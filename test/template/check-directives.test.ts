import { describe, expect, it } from 'vitest';

import { problemsOf, prepareAny, short, template } from './build.js';

const check = (body: string) => problemsOf(() => prepareAny(template(body)));
const BODY = 'partials/body.md.hbs';

describe('a directive in a template is refused', () => {
  const cases: readonly [name: string, body: string, at: string, hint: string][] = [
    ['that does not exist', 'a\n:::calout\nb\n:::', '2:1', '":::callout"'],
    ['in a branch that data may never reach', '{{#if x}}\n  ::::kep\n  b\n  ::::\n{{/if}}', '2:3', '":::keep"'],
    ['with an attribute that it does not take', ':::callout colour=key\nb\n:::', '1:1', 'tone'],
    ['with a value that the attribute does not take', ':::callout tone=loud\nb\n:::', '1:1', 'plain, key, warning'],
    ['with a wrong value before one that data fills', ':::photo align=up alt="{{x}}"\n:::', '1:1', 'right, left'],
    ['with a number out of range', ':::qr size=5\n:::', '1:1', '36 to 200'],
    ['of the template stage', ':::section name=x\n:::', '1:1', ''],
  ];
  it.each(cases)('%s', (_, body, at, hint) => {
    const problems = check(body);
    expect(problems.map(short)).toEqual([`document/unknown-directive ${BODY}:${at}`]);
    expect([...(problems[0]?.hints ?? []), problems[0]?.message].join(' ')).toContain(hint);
  });
});

it.each([
  [':::callout tone=key\nb\n:::'],
  [':::callout tone={{x}}\nb\n:::'],
  [':::qr url="{{x}}" size=60\n:::'],
  ['{{x}}:::not-a-directive'],
  ['```\n:::example\n```'],
  ['::: facts\na: b\n:::'],
  [':::pagebreak'],
])('taken: %s', (body) => {
  expect(check(body)).toEqual([]);
});
