export type { HandoutOptions } from './options'
export { renderHandout } from './render'
export { BLANKS, renderWorksheet, type Blank, type Worksheet, type WorksheetOptions } from './worksheet'
