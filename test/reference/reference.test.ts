import { describe, expect, it } from 'vitest';
import { FORMS, findUploadGuide, SEASONS, SERVICES, SPECIALTIES, UPLOAD_GUIDES } from '../../src/reference/index.js';
import { forms, services } from '../../src/schema/letter.js';

describe('reference tables', () => {
  it('have a source and a confidence on every row', () => {
    const rows = [
      ...SEASONS.flatMap(({ events }) => events),
      ...Object.values(SERVICES),
      ...UPLOAD_GUIDES,
      ...SPECIALTIES,
      ...Object.values(FORMS),
    ];
    expect(
      rows.filter(({ sources, confidence }) => sources.length === 0 || !['high', 'medium', 'low'].includes(confidence)),
    ).toEqual([]);
  });

  it('have one row per id', () => {
    expect(new Set(SPECIALTIES.map(({ id }) => id)).size).toBe(SPECIALTIES.length);
    expect(Object.keys(SERVICES).sort()).toEqual([...services].sort());
    expect(Object.keys(FORMS).sort()).toEqual([...forms].sort());
    for (const [id, row] of [...Object.entries(SERVICES), ...Object.entries(FORMS)]) expect(row.id).toBe(id);
  });

  it('mark every low-confidence date as expected', () => {
    const events = SEASONS.flatMap((season) => season.events);
    expect(events.filter(({ confidence, expected }) => confidence === 'low' && !expected)).toEqual([]);
  });

  it('have at most one upload guide per service and season', () => {
    for (const service of services) {
      for (let season = 2024; season <= 2035; season++) {
        const matching = UPLOAD_GUIDES.filter(
          (guide) =>
            guide.service === service && (guide.fromSeason ?? 0) <= season && season <= (guide.toSeason ?? 9999),
        );
        expect(matching.length).toBeLessThanOrEqual(1);
        expect(findUploadGuide(service, season)).toBe(matching[0] ?? null);
      }
    }
  });

  it('name in each guide no step of another service', () => {
    const lorp = UPLOAD_GUIDES.find(({ service }) => service === 'eras-lorp');
    const portal = UPLOAD_GUIDES.find(({ service }) => service === 'eras-letter-writer-portal');
    expect(lorp?.steps.join(' ')).toMatch(/Letter ID/);
    expect(portal?.steps.join(' ')).not.toMatch(/Add New Letter|AAMC account is free|Letter ID/);
  });
});
