/** A run of lesson text: plain, `code` or **strong**. */
export interface Run {
  readonly kind: 'text' | 'code' | 'strong'
  readonly text: string
}

/** Splits the two marks a lesson may use; everything else is literal, so no lesson file can bring markup in. */
export function runs(text: string): Run[] {
  return text
    .split(/(`[^`]+`|\*\*[^*]+\*\*)/)
    .filter((part) => part !== '')
    .map((part): Run => {
      if (part.startsWith('`') && part.endsWith('`') && part.length > 2)
        return { kind: 'code', text: part.slice(1, -1) }
      if (part.startsWith('**') && part.endsWith('**') && part.length > 4)
        return { kind: 'strong', text: part.slice(2, -2) }
      return { kind: 'text', text: part }
    })
}
