import { describe, expect, it } from 'vitest';
import { nearestKey, nearestWord } from '../../src/input/did-you-mean.js';

describe('nearestWord', () => {
  const candidates = ['aamcId', 'email', 'internal-medicine', 'id', 'end'];

  it.each([
    ['aamcID', 'aamcId'],
    ['AAMC_ID', 'aamcId'],
    ['emial', 'email'],
    ['internal-medecine', 'internal-medicine'],
    ['internal-med', 'internal-medicine'],
    ['e-mail', 'email'],
  ])('%s means %s', (word, meant) => {
    expect(nearestWord(word, candidates)).toBe(meant);
  });

  it.each(['x', 'dermatology', '', '___', 'e'.repeat(200)])('%j means nothing here', (word) => {
    expect(nearestWord(word, candidates)).toBeNull();
  });

  it('does not choose between two words that both have the text in them', () => {
    expect(nearestWord('medicine', ['internal-medicine', 'emergency-medicine'])).toBeNull();
  });
});

describe('nearestKey', () => {
  it('knows other words for a key, where the key is known', () => {
    expect(nearestKey('Last Name', ['given', 'family'])).toBe('family');
    expect(nearestKey('deadline', ['askedOn', 'targetDate'])).toBe('targetDate');
    expect(nearestKey('deadline', ['askedOn'])).toBeNull();
    expect(nearestKey('constructor', ['family'])).toBeNull();
  });
});
