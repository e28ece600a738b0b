import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { isTokens, overlay, type Tokens } from '../schema/theme.js';
import { BUILTIN_TEMPLATES } from './builtin.generated.js';
import { MANIFEST_FILE } from './read-manifest.js';
import { didYouMean } from './similar-names.js';
import type { Template } from './types.js';

/** A manifest joined with what it extends, still unchecked, and where its partials come from. */
export interface ExtendedManifest {
  readonly manifest: unknown;
  /** The templates that it extends, nearest first. */
  readonly bases: readonly Template[];
}

/** Names below a manifest's `theme` are laid over those of its base; every other key replaces the base's. */
export function extendManifest(manifest: unknown, problems: Diagnostic[]): ExtendedManifest {
  const bases: Template[] = [];
  let joined: unknown = manifest;
  const seen = new Set<string>();
  for (let name = extended(manifest); name !== undefined;) {
    const base: Template | undefined = Object.hasOwn(BUILTIN_TEMPLATES, name) ? BUILTIN_TEMPLATES[name] : undefined;
    if (base === undefined || seen.has(name)) {
      problems.push(unknownBase(name));
      break;
    }
    seen.add(name);
    bases.push(base);
    joined = join(base.manifest, joined as Tokens);
    name = extended(base.manifest);
  }
  return { manifest: joined, bases };
}

function extended(manifest: unknown): string | undefined {
  const name = isTokens(manifest) ? manifest['extends'] : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** `description` says what one template is like, not what another made of it is. */
function join(base: Tokens, own: Tokens): Tokens {
  const { theme: under, description: _, ...rest } = base;
  const over = own['theme'];
  const theme = isTokens(under) && isTokens(over) ? overlay(under, over) : (over ?? under);
  // Other sections than the base's make the base's other orders of them meaningless.
  const orders = own['sections'] === undefined || own['orders'] !== undefined ? {} : { orders: undefined };
  return { ...rest, ...orders, ...own, ...(theme === undefined ? {} : { theme }) };
}

function unknownBase(name: string): Diagnostic {
  const known = Object.keys(BUILTIN_TEMPLATES);
  const hints = [...didYouMean(name, known), `the built-in templates are ${known.join(', ')}`];
  const source = { file: MANIFEST_FILE, line: 1, column: 1 };
  const message = `there is no built-in template "${name}" to extend`;
  return diagnostic('error', 'template/not-found', message, { path: 'extends', found: name, source, hints });
}
