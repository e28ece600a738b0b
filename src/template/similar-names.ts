import leven from 'leven';

/**
 * The known names closest to a misspelt one, best first, at most three: those within one to three edits by its
 * length (two letters swapped are two), ignoring case, or else those that begin with it.
 */
export function similarNames(name: string, known: Iterable<string>): string[] {
  const wanted = name.toLowerCase();
  const allowed = wanted.length < 4 ? 1 : wanted.length < 9 ? 2 : 3;
  const near: { name: string; distance: number }[] = [];
  const longer: string[] = [];
  for (const candidate of known) {
    const given = candidate.toLowerCase();
    const distance = leven(wanted, given);
    if (distance <= allowed) near.push({ name: candidate, distance });
    else if (wanted.length >= 3 && given.startsWith(wanted)) longer.push(candidate);
  }
  near.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  const names = near.length > 0 ? near.map((entry) => entry.name) : longer.sort();
  return names.slice(0, 3);
}

/** `did you mean "a" or "b"?`, or no hint at all. */
export function didYouMean(name: string, known: Iterable<string>, wrap = (n: string): string => `"${n}"`): string[] {
  const similar = similarNames(name, known);
  return similar.length === 0 ? [] : [`did you mean ${similar.map(wrap).join(' or ')}?`];
}
