import * as v from 'valibot'
import atTheSameTime from './content/at-the-same-time.json'
import backlogAndFlood from './content/backlog-and-flood.json'
import closingThreeOrFour from './content/closing-three-or-four.json'
import dataAndAcks from './content/data-and-acks.json'
import halfClose from './content/half-close.json'
import halfOpenAndKeepAlive from './content/half-open-and-keep-alive.json'
import handshake from './content/handshake-number-by-number.json'
import leaks from './content/leaks.json'
import lostAndRepeated from './content/lost-and-repeated.json'
import optionsInTheSyn from './content/options-in-the-syn.json'
import readingTheStateDiagram from './content/reading-the-state-diagram.json'
import resetAndRefusal from './content/reset-and-refusal.json'
import theExtraConnection from './content/the-extra-connection.json'
import timeWait from './content/time-wait.json'
import whatAConnectionIs from './content/what-a-connection-is.json'
import whyThree from './content/why-three.json'
import { lessonSchema, type Lesson } from './schema'

/** The lessons that come with the app, in teaching order: the same kind of file as a teacher's own (docs/lessons.md). */
export const LESSONS: readonly Lesson[] = [
  // Opening.
  whatAConnectionIs,
  handshake,
  whyThree,
  optionsInTheSyn,
  lostAndRepeated,
  backlogAndFlood,
  dataAndAcks,
  theExtraConnection,
  // Closing.
  closingThreeOrFour,
  halfClose,
  timeWait,
  resetAndRefusal,
  halfOpenAndKeepAlive,
  leaks,
  atTheSameTime,
  readingTheStateDiagram,
].map((file) => v.parse(lessonSchema, file))

export { closingSegments, effects, holds, passes } from './condition'
export { uncoveredAt } from './cover'
export { runs, type Run } from './inline'
export { parseLesson, type LessonErrorCode } from './parse'
export {
  doneSteps,
  forget,
  goTo,
  isFinished,
  markDone,
  nextLesson,
  NO_PROGRESS,
  parseProgress,
  resume,
  type Progress,
} from './progress'
export type { Action, Lesson, LessonStep, SegmentSelector, Target } from './schema'
export { isDone, offers, startBefore, starts } from './needs'
export { findEvent, findSegment, findState } from './select'
export { happened, stepOf, take, type Scene, type Taking, type TakingInput } from './taking'
