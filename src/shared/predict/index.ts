export type { Answer, Diagnosis, Field, Finding, Notation, Verdict } from './answer'
export { diagnose, MISCONCEPTIONS, mistakenAnswers, rightAnswer } from './diagnose'
export { RANGES, readNumber } from './entry'
export {
  byMisconception,
  NO_HISTORY,
  parseHistory,
  record,
  score,
  toCsv,
  type Entry,
  type History,
  type Score,
} from './history'
export { question, type Question } from './question'
