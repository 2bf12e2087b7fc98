/** A sentence with `{name}` places in it. */
export type Messages = Readonly<Record<string, string>>

/**
 * Fills the `{name}` places of a template. A place without a value stays as it is, so that a test sees it.
 *
 * @param template - such as `ack = {seq} + {len}`
 * @param params - values by name; null is written as an en dash
 */
export function format(
  template: string,
  params: Readonly<Record<string, string | number | boolean | null>> = {},
): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(params, name) ? String(params[name] ?? '–') : place,
  )
}
