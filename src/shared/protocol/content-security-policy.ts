/**
 * The policy under which every host shows the renderer (CSP Level 3): nothing but the app's own files. `data:` and
 * `blob:` are for images only, which the PNG export draws on a canvas.
 *
 * @param connect further sources that the page may connect to, such as `ws://127.0.0.1:4000`
 */
export function contentSecurityPolicy(connect: readonly string[] = []): string {
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...connect],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}
