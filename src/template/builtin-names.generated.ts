// Made from templates/ by scripts/embed-templates.ts. Edit the templates and run `npm run generate`.

/** The names of the built-in templates, for who does not need their texts. */
export const BUILTIN_TEMPLATE_NAMES: readonly string[] = ['chair', 'classic', 'compact', 'modern'];
