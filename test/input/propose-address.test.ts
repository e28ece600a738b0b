import { describe, expect, it } from 'vitest';
import { proposeEmails, proposeWebAddress } from '../../src/input/propose-address.js';

describe('proposeWebAddress', () => {
  it.each([
    ['example.org/me', 'https://example.org/me'],
    ['www.example.org', 'https://www.example.org'],
    ['example.org:8080/me', 'https://example.org:8080/me'],
    ['https//example.org', 'https://example.org'],
    ['https:/example.org/me', 'https://example.org/me'],
    ['http:example.org', 'http://example.org'],
    ['https://example.org/a\u200Bb', 'https://example.org/ab'],
  ])('understands %s', (typed, meant) => {
    expect(proposeWebAddress(typed)).toBe(meant);
  });

  it.each(['https://', 'ftp://example.org', 'javascript:alert(1)', 'my page', 'none'])(
    'makes nothing of %s',
    (typed) => {
      expect(proposeWebAddress(typed)).toBeNull();
    },
  );
});

describe('proposeEmails', () => {
  it.each([
    ['mailto:linh@example.org', ['linh@example.org']],
    ['Linh Tran <linh@example.org>', ['linh@example.org']],
    ['a@example.org; b@example.org', ['a@example.org', 'b@example.org']],
    ['linh@example.org.', ['linh@example.org']],
    ['linh＠example.org', ['linh@example.org']],
    ['li\u200Bnh@example.org', ['linh@example.org']],
    ['linh(at)example.org', []],
  ])('finds the addresses of %s', (typed, found) => {
    expect(proposeEmails(typed)).toEqual(found);
  });
});
