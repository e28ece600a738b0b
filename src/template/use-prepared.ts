import { diagnostic } from '../diagnostics/index.js';
import { TemplateError } from '../errors.js';
import { PREPARED_FORM, type PreparedTemplate } from './types.js';

/**
 * A prepared template that was kept elsewhere, such as in a JSON file.
 *
 * @throws TemplateError `template/invalid` when another version of lor-packet prepared it in another form
 */
export function usePrepared(template: PreparedTemplate): PreparedTemplate {
  if (template.prepared === PREPARED_FORM) return template;
  const hints = ['run "lor-packet templates precompile" again with this version'];
  throw new TemplateError('the template cannot be used', [
    diagnostic('error', 'template/invalid', 'the template was precompiled by another version of lor-packet', { hints }),
  ]);
}
