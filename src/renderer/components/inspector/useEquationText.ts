import { useText } from '@renderer/composables/useText'
import type { Equation, Term } from './equation'

export interface EquationText {
  /** What stands under a term: `seq of 1`, `SYN`. */
  readonly caption: (equation: Equation, role: Term['role']) => string
  /** The whole sum as one line: `ack = 0 (seq of 1) + 1 (SYN) = 1`. */
  readonly text: (equation: Equation) => string
}

/** An equation in words, for whoever does not see it drawn. */
export function useEquationText(): EquationText {
  const { t, n } = useText()
  const caption = ({ of }: Equation, role: Term['role']): string =>
    role === 'seq' ? t('inspector.equation.seqOf', { n: of }) : role
  const text = (equation: Equation): string => {
    const sum = equation.terms.map(({ value, role }) => `${n(value, 'count')} (${caption(equation, role)})`).join(' + ')
    return `${t(`inspector.equation.${equation.kind}`)} = ${sum} = ${n(equation.result, 'count')}`
  }
  return { caption, text }
}
