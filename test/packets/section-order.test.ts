import { describe, expect, it } from 'vitest';
import { TemplateError } from '../../src/errors.js';
import { composeMarkdown, type Template } from '../../src/template/index.js';
import { prepareTemplate } from '../../src/template/prepare-template.js';

const FILES = {
  'packet.md.hbs': '{{> sections}}',
  'partials/a.md.hbs': 'one',
  'partials/b.md.hbs': 'two',
  'partials/c.md.hbs': 'three',
};
const SECTIONS = [{ partial: 'a' }, { partial: 'b' }];

function template(orders: Template['manifest']['orders']): Template {
  return { manifest: { name: 'test', contract: 1, sections: SECTIONS, ...(orders ? { orders } : {}) }, files: FILES };
}

/** The sections of a packet, in order. */
function order(orders: Template['manifest']['orders'], brief: object): string[] {
  const { markdown } = composeMarkdown(prepareTemplate(template(orders)), brief);
  return [...markdown.matchAll(/^(one|two|three)$/gm)].map(([word]) => word);
}

describe('orders of a template', () => {
  const orders = { record: [{ partial: 'b' }, { partial: 'c' }, { partial: 'a' }] };

  it('take the place of its sections for briefs of that emphasis', () => {
    expect(order(orders, { emphasis: 'record' })).toEqual(['two', 'three', 'one']);
    expect(order(orders, { emphasis: 'work' })).toEqual(['one', 'two']);
  });

  it('are not needed: a template without them, and a brief without emphasis, keep the sections', () => {
    expect(order(undefined, { emphasis: 'record' })).toEqual(['one', 'two']);
    expect(order(orders, {})).toEqual(['one', 'two']);
    expect(order(orders, { emphasis: 'toString' })).toEqual(['one', 'two']);
  });

  it('are checked: a partial that does not exist is named with its place', () => {
    const attempt = () => prepareTemplate(template({ work: [{ partial: 'a' }, { partial: 'd' }] }));
    expect(attempt).toThrow(TemplateError);
    try {
      attempt();
    } catch (fault) {
      expect((fault as TemplateError).diagnostics).toMatchObject([{ path: 'orders.work[1].partial' }]);
    }
  });

  it('are checked: an emphasis that no brief has is refused', () => {
    const manifest = { name: 'test', contract: 1, sections: SECTIONS, orders: { fame: SECTIONS } } as never;
    expect(() => prepareTemplate({ manifest, files: FILES })).toThrow(TemplateError);
  });
});
