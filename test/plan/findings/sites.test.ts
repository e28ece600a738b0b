import { describe, expect, it } from 'vitest';
import { awardsIn, institutionsIn, isSameSite, siteKey } from '../../../src/plan/findings/sites.js';

describe('siteKey', () => {
  it.each([
    ['Sơn Khê District Health Center and six commune health stations', 'son khe'],
    ['Harbor Point Medical Center, Department of Medicine', 'harbor point'],
    ['University of Toledo Medical Center', 'toledo'],
    ['Bến Sứ Field Hospital (COVID-19)', 'ben su'],
    ['Children’s Hospital', null],
    ['General Hospital', null],
  ])('of %j is %j', (name, key) => {
    expect(siteKey(name)).toBe(key);
  });
});

describe('isSameSite', () => {
  it('knows a site under a longer or unaccented name', () => {
    expect(
      isSameSite('Bệnh viện Đa khoa Lam Giang (Lam Giang General Hospital), Vinh', 'Lam Giang General Hospital'),
    ).toBe(true);
    expect(isSameSite('Son Khe Health Center', 'Sơn Khê District Health Center')).toBe(true);
    expect(isSameSite('Lakeside Hospital', 'Hillside Hospital')).toBe(false);
    expect(isSameSite('General Hospital', 'University Hospital')).toBe(false);
  });
});

describe('institutionsIn', () => {
  const names = (text: string): string[] => institutionsIn(text).map(({ name }) => name);

  it('finds institutions by name', () => {
    expect(names('At Cedar Valley Medical Center I met a nurse from the University of Iowa.')).toEqual([
      'Cedar Valley Medical Center',
      'University of Iowa',
    ]);
    expect(names('In Johns Hopkins Hospital, and at St. Mary’s Hospital, it was the same.')).toEqual([
      'Johns Hopkins Hospital',
      'St. Mary’s Hospital',
    ]);
  });

  it('finds none where a clinic, ward or society is meant', () => {
    expect(names('In the Heart Failure Clinic on Wednesday, and in the Emergency Department, I learned it.')).toEqual(
      [],
    );
    expect(names('The American College of Physicians and the Institute for Healthcare Improvement teach it.')).toEqual(
      [],
    );
    expect(names('Hospital Medicine is what I want. The Hospital was full, the University closed.')).toEqual([]);
    expect(names('It is a college of sorts, a clinic in a tent, a hospital on wheels.')).toEqual([]);
  });
});

describe('awardsIn', () => {
  it('finds awards by name, and not what only sounds like one', () => {
    const names = (text: string): string[] => awardsIn(text).map(({ name }) => name);
    expect(names('I received the Golden Stethoscope Award and a Fulbright Scholarship.')).toEqual([
      'Golden Stethoscope Award',
      'Fulbright Scholarship',
    ]);
    expect(names('The Best Clinical Research Award went to nobody; no Nobel Prize, no award, no prize.')).toEqual([]);
  });
});
