export { FIELDS, type Answer, type Diagnosis, type Field, type Finding, type Notation, type Verdict } from './answer'
export { diagnose, MISCONCEPTIONS, mistakenAnswers, rightAnswer } from './diagnose'
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
