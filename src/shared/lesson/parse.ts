import { parseTree, type Node, type ParseError } from 'jsonc-parser'
import * as v from 'valibot'
import { faultOf } from '../json/fault'
import { MAX_DEPTH, tooDeepAt } from '../json/depth'
import { jsonProblem, problemText } from '../json/parse'
import { deepest, placeAt } from '../json/place'
import { err, ok, type Result } from '../result'
import { lessonSchema, type Lesson } from './schema'

export type LessonErrorCode = 'lesson-too-large' | 'lesson-not-json' | 'lesson-invalid' | 'lesson-unknown-scenario'

/** Longest lesson file, in UTF-16 units: a lesson is a few pages of text. */
export const MAX_LESSON_LENGTH = 500_000

export interface ParseOptions {
  /** Says whether the catalogue has a scenario; without it every id is taken. */
  readonly knowsScenario?: (id: string) => boolean
}

/**
 * Reads a lesson file.
 *
 * @param text - the whole file, JSON
 * @returns the lesson with defaults filled in; else the first thing that is wrong, with its place in `params`:
 *   `line` and `column` from 1, `path` such as `steps.2.kind`, `reason` in English, and for those who say it in another
 *   language `problem`: a kind of fault, one of JSON's problems, or `scenario`, with its values
 */
export function parseLesson(text: string, options: ParseOptions = {}): Result<Lesson, LessonErrorCode> {
  if (text.length > MAX_LESSON_LENGTH) return refuse('lesson-too-large', text, 0, '', 'the file is too large')
  const errors: ParseError[] = []
  const source = text.replace(/^\uFEFF/, ' ')
  const tooDeep = tooDeepAt(source)
  if (tooDeep !== null) {
    const problem = 'nested-too-deep'
    return refuse('lesson-not-json', source, tooDeep, '', `nested deeper than ${MAX_DEPTH} levels`, { problem })
  }
  const root = parseTree(source, errors, { disallowComments: true, allowTrailingComma: false })
  const broken = errors[0]
  if (broken || !root) {
    const problem = broken ? jsonProblem(broken.error) : 'value-expected'
    return refuse('lesson-not-json', source, broken?.offset ?? 0, '', problemText(problem), { problem })
  }
  const parsed = v.safeParse(lessonSchema, JSON.parse(source))
  if (!parsed.success) return refuseIssue(parsed.issues[0], root, source)
  return checkScenarios(parsed.output, root, source, options)
}

function refuseIssue(issue: v.BaseIssue<unknown>, root: Node, text: string): Result<never, LessonErrorCode> {
  const path = (issue.path ?? []).map((item) => item.key as string | number)
  const unknownKey = issue.type === 'strict_object' && issue.expected === 'never'
  const node = deepest(root, path)
  const place = unknownKey && node.parent?.type === 'property' ? node.parent : node
  const reason = unknownKey ? `the key "${String(path.at(-1))}" is not known here` : lowerFirst(issue.message)
  const { kind, received, expected } = faultOf(issue)
  return refuse('lesson-invalid', text, place.offset, path.join('.'), reason, { problem: kind, received, expected })
}

function checkScenarios(
  lesson: Lesson,
  root: Node,
  text: string,
  { knowsScenario }: ParseOptions,
): Result<Lesson, LessonErrorCode> {
  for (const [index, step] of lesson.steps.entries()) {
    if (step.kind !== 'do' || step.action.do !== 'play' || !knowsScenario || knowsScenario(step.action.scenario))
      continue
    const path = ['steps', index, 'action', 'scenario']
    const { scenario } = step.action
    const reason = `there is no scenario "${scenario}" in the catalogue`
    const details = { problem: 'scenario', scenario }
    return refuse('lesson-unknown-scenario', text, deepest(root, path).offset, path.join('.'), reason, details)
  }
  return ok(lesson)
}

function refuse(
  code: LessonErrorCode,
  text: string,
  offset: number,
  path: string,
  reason: string,
  details: Readonly<Record<string, string>> = {},
): Result<never, LessonErrorCode> {
  const { line, column } = placeAt(text, offset)
  const where = `line ${line}, column ${column}`
  return err(code, `The lesson was not loaded: ${where}${path && ` (${path})`}: ${reason}.`, {
    line,
    column,
    path,
    reason,
    ...details,
  })
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
